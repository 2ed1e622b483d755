import { useLocation } from '@tanstack/react-router';

/**
 * The token of a mailed link. It follows the `#`, which browsers don't send, so that it is in no log. Where there is none,
 * the link is not whole.
 */
export function useLinkToken(): string | null {
  return useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('token') });
}
