namespace FaceFusion.Host.Tests.Profiles;

/// <summary>Tests that watch the process's hosts run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WatchCollection
{
    public const string Name = "watch";
}
