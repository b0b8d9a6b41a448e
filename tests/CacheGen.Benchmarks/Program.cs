using CacheGen.Benchmarks;

return Commands.Run(args);
