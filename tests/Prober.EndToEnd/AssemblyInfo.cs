using NUnit.Framework;

// One browser and one driver serve all fixtures; journeys beside each other on two cores would only wait for each other.
[assembly: NonParallelizable]
[assembly: CancelAfter(180_000)]
