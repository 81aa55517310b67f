using NUnit.Framework;

// One browser and one driver serve all fixtures; two journeys at once on two cores would only wait for each other.
[assembly: NonParallelizable]
