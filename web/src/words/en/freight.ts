export const freight = {};
