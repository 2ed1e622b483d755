import { ApiError } from '../../app/ask';

/** Whether something was refused because it had changed meanwhile. */
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.code === 'CONFLICT';
