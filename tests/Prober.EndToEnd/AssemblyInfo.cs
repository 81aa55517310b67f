using NUnit.Framework;

// One browser and one driver serve all fixtures. A journey against a faulty lab waits for some of its time, and a monitor for most of it, so five walk abreast on two cores; who kills
// browsers, counts processes or times things says so and stays alone. Of a fixture one test at a time, unless it says otherwise.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(5)]
