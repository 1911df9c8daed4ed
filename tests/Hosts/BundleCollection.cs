namespace FaceFusion.Hosts.Tests;

/// <summary>Tests that share one opened bundle.</summary>
[CollectionDefinition(Name)]
public sealed class BundleCollection : ICollectionFixture<BuiltBundle>
{
    public const string Name = "built bundle";
}
