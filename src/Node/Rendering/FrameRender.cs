using FaceFusion.Fusion;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Debug;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Node.Overlays;
using FaceFusion.Node.Reporting;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;

namespace FaceFusion.Node.Rendering;

/// <summary>
/// Renders one window of one frame. Everything is read at the frame's own time and what is remembered changes no bit, so
/// that frames can come in any order on any machine. The host is spoken to on its own thread alone, by construction,
/// <see cref="ListenForAbort"/>, <see cref="TellWarnings"/> and disposal, because hosts tell by the thread which frame is meant; <see cref="Run"/>
/// may be called on another.
/// </summary>
internal sealed class FrameRender : IDisposable
{
    private readonly Effect _effect;
    private readonly HostQuirks _quirks;
    private readonly RenderArguments _arguments;
    private readonly RenderSettings _settings;
    private readonly List<Image> _images = [];
    private readonly DeviceRender? _device;
    private readonly RasterImage? _source, _output, _identity, _matte;
    private readonly FaceSelection _selection;
    private readonly CastSettings? _cast;
    private readonly KnownFaces? _known;
    private readonly string _sourceColourspace, _identityColourspace;
    private volatile bool _isAborted;
    private IReadOnlyList<FaceIdentity> _used = [];
    private IReadOnlyList<string> _unsuited = [];
    private string? _networkHint;

    /// <summary>Reads the parameters and fetches the images.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="quirks">The host's row.</param>
    /// <param name="arguments">What the host asks for.</param>
    /// <param name="known">Is told of the frame's faces; null when nobody draws them.</param>
    /// <exception cref="OfxException">An image cannot be used, or the graphics card it lies on.</exception>
    public FrameRender(Effect effect, HostQuirks quirks, in RenderArguments arguments, KnownFaces? known = null)
    {
        _effect = effect;
        _quirks = quirks;
        _arguments = arguments;
        _known = known;
        _settings = RenderSettings.Read(effect, arguments.Time, arguments.RenderScale.y);
        Clip sourceClip = effect.Clip(NodeNames.SourceClip);
        Clip? identityClip = effect.TryClip(NodeNames.IdentityClip);
        _sourceColourspace = sourceClip.Colourspace;
        _identityColourspace = identityClip?.Colourspace ?? "";
        _device = DeviceRender.Of(arguments);
        try
        {
            _source = Fetch(sourceClip);
            _output = Fetch(effect.Clip(NodeNames.OutputClip));
            if (_source is { } plate)
            {
                CanonicalMap map = new(plate, arguments.RenderScale);
                _selection = RenderSettings.ReadSelection(effect, arguments.Time, map);
                _cast = _selection.Order == FaceOrder.Person ? CastSettings.Read(effect, arguments.Time, map) : null;
            }

            if (!IsPlateOnly)
            {
                _identity = UsesIdentityFile ? null : FetchOptional(identityClip);
                _matte = _settings.UseMatte ? FetchOptional(effect.TryClip(NodeNames.MatteClip)) : null;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // A plate of one channel has no colours to put a face into.
    private bool IsPlateOnly => _source is { View.Layout: PixelLayout.Alpha }
        || ((_settings.Mix == 0 || _selection == FaceSelection.None) && _settings.FrameDataFile.Length == 0
        && _settings.Output is OutputMode.Composite or OutputMode.FaceLayer or OutputMode.Matte or OutputMode.FaceMatte);

    // The debug view shows every face; else only what is swapped is located, and searched for unless an overlay draws the others.
    private bool ShowsAll => _settings.Output == OutputMode.Debug;

    private bool UsesIdentityFile => _settings.IdentityFrom == IdentitySource.File
        || (_settings.IdentityFrom == IdentitySource.Automatic && _settings.IdentityFiles.Count > 0);

    /// <summary>Gives the images back to the host.</summary>
    public void Dispose()
    {
        foreach (Image image in _images)
            image.Dispose();
        _images.Clear();
        _device?.Dispose();
    }

    /// <summary>Asks the host whether it still wants the frame; <see cref="Run"/> ends at its next step when not.</summary>
    public void ListenForAbort() => _isAborted |= _effect.IsAborted;

    /// <summary>Tells the artist, once, what speaks against the identity or the networks that <see cref="Run"/> used.</summary>
    public void TellWarnings()
    {
        IEnumerable<string> first = UsesIdentityFile ? _settings.IdentityFiles : [], others = _cast?.Roles.Skip(1).Select(role => role.Identity) ?? [];
        string files = string.Join('\n', first.Concat(others));
        if ((IdentityWarnings.Take(files, [.. _used.SelectMany(identity => identity.Warnings)]) ?? IdentityWarnings.TakeUnsuited(files, _unsuited)) is { } text)
            _effect.Messages.Show(OfxMessageTypes.kOfxMessageWarning, text);
        else if (NetworkWarnings.Take(_networkHint) is { } hint)
            _effect.Messages.Show(OfxMessageTypes.kOfxMessageWarning, hint);
        else if (NetworkWarnings.Take(_settings.Networks.Provider) is { } reason)
            _effect.Messages.Show(OfxMessageTypes.kOfxMessageWarning, reason);
    }

    /// <summary>Fills the window of the output.</summary>
    /// <exception cref="OfxException">An image is missing.</exception>
    /// <exception cref="FaceException">The identity is missing or unfit.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    /// <exception cref="Kernels.Device.DeviceException">The graphics card that the images lie on refuses.</exception>
    /// <exception cref="OperationCanceledException">The host doesn't want the frame any more.</exception>
    public void Run()
    {
        RasterImage plate = _source
            ?? throw new OfxException(OfxStatus.kOfxStatFailed, "There is no plate at this frame; connect one to Source.");
        RasterImage output = _output
            ?? throw new OfxException(OfxStatus.kOfxStatFailed, "The host handed out no output image; render again or report it to the host's maker.");

        PatchOutput.RequireFloats(_settings.Output, output.View);
        using FrameOutput target = new(plate, output, _arguments.RenderWindow, _arguments.Field);
        if (IsPlateOnly)
            target.Fill(_settings.Output, [], static _ => { });
        else
            Swap(plate, target);
        _device?.Finish();
    }

    private void Swap(in RasterImage plate, FrameOutput target)
    {
        FrameView frame = View(plate, _sourceColourspace);
        target.BeginPlate(_settings.Output);
        FaceEngine engine = _settings.Networks.Engine();
        FaceIdentity identity = LoadIdentity(engine);
        IReadOnlyList<FaceIdentity> identities = _used = _cast?.Identities(engine, identity) ?? [identity];
        FaceSelection selection = _selection with { Cast = _cast?.Load(engine) };
        SearchGoal goal = ShowsAll || _known is not null ? SearchGoal.EveryFace : selection.Goal;
        ThrowIfAborted();

        using SwapLease lease = SwapCache.Get(
            new SwapKey(_arguments.Time, frame.Width, frame.Height, selection, ShowsAll, goal, _settings.Networks, _settings.Swap, identities),
            isLooking: _settings.Output != OutputMode.Composite,
            () => ContentKey.Of(frame),
            () => FrameSwaps.Make(engine, frame, identities, selection, _settings.Swap, ShowsAll, goal, ThrowIfAborted));
        FrameSwaps swaps = lease.Swaps;
        _known?.Set(_arguments.Time, FaceMarks.Of(new CanonicalMap(plate, _arguments.RenderScale), swaps.Detections, swaps.Faces, swaps.Chosen));
        ThrowIfAborted();

        _networkHint = StarterHint.For(engine.Models, swaps.Chosen);
        _unsuited = [.. swaps.Swapped.SelectMany(swapped => swapped.IdentityNotes).Distinct()];
        IReadOnlyList<string> traits = ShowsAll ? TraitsReport.Lines(FairFaceLoader.Find(engine.Models), frame, swaps.Chosen, identities) : [];
        target.Fill(_settings.Output, _settings.Output.ChangesFacesAlone() ? [.. swaps.Swapped.Select(face => face.Region)] : null, window =>
        {
            Show(window, swaps);
            if (ShowsAll)
            {
                DebugView.Draw(
                    frame with { Pixels = window.Destination, Source = null }, window.PlatePart, frame.Width, frame.Height, swaps.Faces, swaps.Chosen, identities,
                    [.. NetworkWarnings.Lines(engine.Models, _networkHint), .. CastReport.Lines(swaps.Told), .. traits, .. SwapReport.Lines(_settings.Swap, swaps.Swapped)]);
            }
        });

        if (_settings.FrameDataFile.Length > 0)
            FrameDataFile.Write(_settings.FrameDataFile, FrameData.Json(frame, _arguments, _settings, selection, identities, swaps), _arguments.Time);
    }

    private void Show(in OutputWindow window, FrameSwaps swaps)
    {
        IReadOnlyList<SwappedFace> swapped = swaps.Swapped;
        if (_settings.Output is OutputMode.Patch || _settings.Output.IsMap())
        {
            if (swapped.Count > 0)
                PatchOutput.Show(window, _settings.Output, swapped[0]);
            return;
        }

        RasterImage plate = window.Plate;
        ShownFace[] shown = [.. swapped.Select(face => _matte is { } matte
            ? HoldOut.Of(matte, _settings.MatteChannel, _settings.InvertMatte, plate, face)
            : new ShownFace(face))];
        window.Show(_settings.Output, shown, _settings.Mix);
        foreach (ShownFace face in shown)
            face.Dispose();
    }

    private FaceIdentity LoadIdentity(FaceEngine engine)
    {
        if (UsesIdentityFile)
        {
            return _settings.IdentityFiles.Count > 0
                ? engine.LoadIdentity(_settings.IdentityFiles)
                : throw new FaceException("No identity file is set; choose a photo in Identity file, or set Identity from to Clip.");
        }

        return _identity is { } picture
            ? engine.LoadIdentity(View(picture, _identityColourspace), "picture on the Identity clip")
            : throw new FaceException("No identity is chosen; set Identity file to a photo of the face, or connect a picture to Identity.");
    }

    private RasterImage? FetchOptional(Clip? clip) => clip is { IsConnected: true } ? Fetch(clip) : null;

    private RasterImage? Fetch(Clip clip)
    {
        if (clip.GetImage(_arguments.Time) is not { } image)
            return null;

        _images.Add(image);
        RasterImage raster = RasterImage.Of(image, clip, _quirks);
        return _device?.Mirror(raster, image) ?? raster;
    }

    private void ThrowIfAborted()
    {
        if (_isAborted)
            throw new OperationCanceledException("The host aborted the render.");
    }

    private FrameView View(in RasterImage image, string colourspace) => image.ToFrame(_settings.InputSpace, colourspace, _quirks);
}
