using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>One instance of the node with a plate on it.</summary>
internal sealed class Shot : IDisposable
{
    private readonly HostImage _plate;
    private readonly HostedInstance _instance;

    public Shot(BuiltBundle bundle, HostImage plate, string? identity, string colourspace = "", string context = OfxContexts.kOfxImageEffectContextGeneral)
    {
        _plate = plate;
        HostedPlugin plugin = bundle.Bundle[BuiltBundle.Identifier];
        plugin.Load();
        ProjectSettings project = new() { Width = plate.Width, Height = plate.Height };
        ClipFormat format = new() { Colourspace = colourspace };
        _instance = plugin.CreateInstance(context, project, instance => instance.Clips["Source"].Bind(new StillClipSource(plate, format)));
        if (identity is not null)
            _instance.Params["identityFile"].Set(identity);
    }

    public HostedInstance Instance => _instance;

    public void Connect(string clip, HostImage image) => _instance.Clips[clip].Bind(new StillClipSource(image));

    /// <summary>Renders one of the outputs whole, into an image of the plate's form or of RGBA for a layer.</summary>
    public HostImage Render(string output = "Composite")
    {
        bool isLayer = output is not ("Composite" or "Debug");
        HostImage result = isLayer ? Plates.Blank(_plate.Width, _plate.Height, _plate.Depth, PixelComponents.Rgba) : Plates.Like(_plate);
        RenderOutcome outcome = TryRender(output, result.Bounds, result);
        Assert.True(outcome.Succeeded, outcome.Failure);
        Assert.Equal(0, outcome.UnreleasedImages);
        return result;
    }

    public RenderOutcome TryRender(string output, OfxRectI window, HostImage result)
    {
        _instance.Params["output"].Parse(output);
        return _instance.Render(new RenderRequest(1, window, result));
    }

    /// <summary>Renders and expects to be refused; the reason.</summary>
    public string Refusal()
    {
        using HostImage result = Plates.Like(_plate);
        RenderOutcome outcome = TryRender("Composite", result.Bounds, result);
        Assert.False(outcome.Succeeded);
        return outcome.Failure!;
    }

    public void Dispose() => _instance.Dispose();
}
