// What is written by hand for one contract alone is exported here.
export {};
