using FaceFusion.Fusion.Identity;

namespace FaceFusion.Fusion.Tests.Identity;

/// <summary>The cache belongs to the process: nothing else may load portraits meanwhile.</summary>
[CollectionDefinition(nameof(PortraitCacheTests), DisableParallelization = true)]
[Collection(nameof(PortraitCacheTests))]
public class PortraitCacheTests
{
    [SkippableFact]
    public void The_least_recently_used_portraits_make_room()
    {
        FaceEngine engine = Material.Engine();
        IdentityPortrait older = engine.LoadIdentity(Material.Composite("f_multi")), newest = engine.LoadIdentity(Material.Composite("m_multi"));
        PortraitCache.Trim(newest.Pyramid.Bytes);
        Assert.Same(newest, engine.LoadIdentity(Material.Composite("m_multi")));
        Assert.NotSame(older, engine.LoadIdentity(Material.Composite("f_multi")));
    }
}
