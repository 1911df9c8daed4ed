using System.Numerics;
using FaceFusion.Host.Clips;
using FaceFusion.Inference.Sessions;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>The menu of what runs networks, on machines without a card for them.</summary>
public sealed class ExecutionProviderTests : IDisposable
{
    private readonly HostImage _plate = NodeShot.Load("pictures/london_neutral/022.jpg", isLinear: false, Premultiplication.Opaque);
    private readonly NodeShot _shot;

    public ExecutionProviderTests() => _shot = new NodeShot(_plate);

    [SkippableTheory]
    [InlineData("Automatic")]
    [InlineData("CUDA")]
    [InlineData("DirectML")]
    public void What_is_not_there_is_told_in_the_debug_view_and_the_picture_is_the_processors(string chosen)
    {
        SessionCache.Purge();
        Vector4[] wanted = _shot.RenderPixels("Composite"), debug = _shot.RenderPixels("Debug");
        Assert.Empty(ProviderNotes.All);
        _shot.Instance.Params["executionProvider"].Parse(chosen);
        Vector4[] given = _shot.RenderPixels("Composite");
        Skip.IfNot(ProviderNotes.All is [var first, _, ..] && first.StartsWith("Run by the processor: ", StringComparison.Ordinal), $"This machine has {chosen}.");
        Assert.Equal(wanted, given);
        Assert.NotEqual(debug, _shot.RenderPixels("Debug"));
        Assert.All(ProviderNotes.All, note => Assert.Contains(note, NetworkWarnings.Lines(NodeEngine.Instance.Models, null)));
    }

    public void Dispose()
    {
        _shot.Dispose();
        _plate.Dispose();
    }
}
