// Leaks are counted in process-wide tables: one test at a time.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
