/** True where the password is a temporary one whose time is over: then it is as good as a wrong one. */
export function isTemporaryPasswordExpired(
  { temporaryPasswordExpiresAt }: { temporaryPasswordExpiresAt: Date | null },
  now: Date,
): boolean {
  return temporaryPasswordExpiresAt !== null && temporaryPasswordExpiresAt <= now;
}
