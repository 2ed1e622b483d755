/** The queues of jobs; made by `migrate`, so that whoever sends one finds it. */
export const QUEUES = ['mail', 'password-reset-request', 'provisioning'] as const;
export type QueueName = (typeof QUEUES)[number];
