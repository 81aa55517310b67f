using NUnit.Framework;

// One browser and one driver serve all fixtures. A journey against a faulty lab waits for much of its time, so what only walks (fixtures say
// so) walks four abreast; the others kill browsers, count processes or time things, and stay alone.
[assembly: Parallelizable(ParallelScope.None)]
[assembly: LevelOfParallelism(4)]
