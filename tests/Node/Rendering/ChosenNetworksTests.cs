using System.Numerics;
using FaceFusion.Host.Clips;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>The menus of what looks at faces, while frames are kept for whoever looks at one output after the other.</summary>
public sealed class ChosenNetworksTests : IDisposable
{
    private readonly HostImage _plate = NodeShot.Load("pictures/london_neutral/022.jpg", isLinear: false, Premultiplication.Opaque);
    private readonly NodeShot _shot;

    public ChosenNetworksTests() => _shot = new NodeShot(_plate);

    [SkippableFact]
    public void Another_detector_looks_at_a_frame_that_was_kept()
    {
        SwapCache.Purge();
        Vector4[] before = _shot.RenderPixels("Face layer");
        _shot.Instance.Params["detector"].Parse("MediaPipe");
        Vector4[] after = _shot.RenderPixels("Face layer");
        SwapCache.Purge();
        Assert.Equal(_shot.RenderPixels("Face layer"), after);
        Assert.NotEqual(before, after);
    }

    public void Dispose()
    {
        _shot.Dispose();
        _plate.Dispose();
    }
}
