using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Node.Debug;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;

namespace FaceFusion.Node.Rendering;

/// <summary>
/// Renders one window of one frame. Everything is read at the frame's own time and nothing is remembered, so that
/// frames can come in any order on any machine.
/// </summary>
/// <param name="effect">The instance.</param>
/// <param name="quirks">The host's row.</param>
/// <param name="arguments">What the host asks for.</param>
internal sealed class FrameRender(Effect effect, HostQuirks quirks, RenderArguments arguments)
{
    private readonly RenderSettings _settings = RenderSettings.Read(effect, arguments.Time);

    /// <summary>Fills the window of the output.</summary>
    /// <exception cref="OfxException">An image is missing.</exception>
    /// <exception cref="FaceException">The identity is missing or unfit.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public void Run()
    {
        Clip sourceClip = effect.Clip(NodeNames.SourceClip);
        using Image source = sourceClip.GetImage(arguments.Time)
            ?? throw new OfxException(OfxStatus.kOfxStatFailed, "There is no plate at this frame; connect one to Source.");
        using Image output = effect.Clip(NodeNames.OutputClip).GetImage(arguments.Time)
            ?? throw new OfxException(OfxStatus.kOfxStatFailed, "The host handed out no output image; render again or report it to the host's maker.");

        RasterImage plate = new(source);
        OutputWindow window = new(plate, new RasterImage(output), arguments.RenderWindow);
        if (_settings.Mix == 0 && _settings.Output != OutputMode.Debug)
        {
            window.Begin(_settings.Output);
            return;
        }

        FrameView frame = View(plate, sourceClip);
        IdentityPortrait identity = LoadIdentity();
        effect.ThrowIfAborted();

        IReadOnlyList<Face> faces = NodeEngine.Instance.FindFaces(frame);
        IReadOnlyList<Face> chosen = _settings.Selection.Choose(faces, frame);
        effect.ThrowIfAborted();

        window.Begin(_settings.Output);
        Paste(window, frame, chosen, identity);
        if (_settings.Output == OutputMode.Debug)
            DebugView.Draw(frame with { Pixels = window.Destination }, window.PlatePart, frame.Height, faces, chosen, identity);
    }

    private void Paste(OutputWindow window, in FrameView frame, IReadOnlyList<Face> chosen, IdentityPortrait identity)
    {
        if (chosen.Count == 0)
            return;

        using Image? matte = _settings.UseMatte ? MatteImage() : null;
        SwapOptions options = new(_settings.Feather);
        foreach (Face face in chosen)
        {
            using SwappedFace? swapped = NodeEngine.Instance.Swap(frame, face, identity, options);
            effect.ThrowIfAborted();
            if (swapped is null)
                continue;

            if (matte is not null)
                HoldOut.Apply(new RasterImage(matte), _settings.InvertMatte, window.Plate.ToHost(swapped.Region), swapped.Matte);
            window.Paste(_settings.Output, swapped, _settings.Mix, frame);
        }
    }

    private IdentityPortrait LoadIdentity()
    {
        bool useFile = _settings.IdentityFrom == IdentitySource.File
            || (_settings.IdentityFrom == IdentitySource.Automatic && _settings.IdentityFile.Length > 0);
        if (useFile)
        {
            return _settings.IdentityFile.Length > 0
                ? NodeEngine.Instance.LoadIdentity(_settings.IdentityFile)
                : throw new FaceException("No identity file is set; choose a photo in Identity file, or set Identity from to Clip.");
        }

        Clip? clip = effect.TryClip(NodeNames.IdentityClip);
        using Image? image = clip is { IsConnected: true } ? clip.GetImage(arguments.Time) : null;
        return image is not null
            ? NodeEngine.Instance.LoadIdentity(View(new RasterImage(image), clip!), "picture on the Identity clip")
            : throw new FaceException("No identity is chosen; set Identity file to a photo of the face, or connect a picture to Identity.");
    }

    private Image? MatteImage() =>
        effect.TryClip(NodeNames.MatteClip) is { IsConnected: true } clip ? clip.GetImage(arguments.Time) : null;

    private FrameView View(in RasterImage image, Clip clip) => new(
        image.View,
        ColourReading.Read(_settings.InputSpace, clip.Colourspace, image.BitDepth, quirks),
        image.Premultiplied,
        image.PixelAspect);
}
