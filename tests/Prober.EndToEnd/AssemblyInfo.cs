using NUnit.Framework;

// One browser and one driver serve all fixtures. A journey against a faulty lab waits for most of its time, so the fixtures that only walk
// (they say so) walk three abreast; the others kill browsers, count processes or time things, and stay alone.
[assembly: Parallelizable(ParallelScope.None)]
[assembly: LevelOfParallelism(3)]
