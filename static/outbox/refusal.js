// Why something was not accepted: the reason, and what is wrong at each field, each said once.
export const inWords = ({ message, errors }) =>
  [...new Set([message, ...Object.values(errors || {}).flat()])].filter(Boolean).join(" ");
