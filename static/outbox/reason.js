// Why something was not accepted, in one text: what stands at a field often is the message itself.
export const reason = ({ message, errors }) => [...new Set([message, ...Object.values(errors || {}).flat()])].filter(Boolean).join(" ");
