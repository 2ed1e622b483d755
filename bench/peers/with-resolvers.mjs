// PostGraphile 5 is made for Node.js 22. This is all that it needs of it to answer the questions here in Node.js 20.
Promise.withResolvers ??= () => {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
