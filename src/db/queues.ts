/** The names of the job queues. `migrate` creates the queues, so they exist before the first job is sent. */
export const QUEUES = ['mail', 'password-reset-request', 'provisioning', 'file-deletion'] as const;
/** The name of a job queue. */
export type QueueName = (typeof QUEUES)[number];
