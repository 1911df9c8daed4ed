using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Expressions;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Identity.Files;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Restorers;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion;

/// <summary>
/// The face engine: finds faces, loads identities and swaps. Thread-safe; every result depends on its arguments and
/// the models alone. Networks are loaded when they are first needed and shared by the whole process; where a public one
/// isn't installed, the project's own starter does its work.
/// </summary>
public sealed class FaceEngine
{
    /// <summary>From this presence on the landmark network is believed.</summary>
    public const float CertainPresence = 0.5f;

    /// <summary>
    /// From this score on the detector is believed even where the landmark network sees nothing: the face is small or
    /// blurred then. (On the test clips everything that was no face scored 0.79 or less, every face 0.8 or more.)
    /// </summary>
    public const float CertainDetection = 0.8f;

    // A face whose box is lower than this in pixels is nothing but enlargement to the landmark network, whose opinion
    // changes from frame to frame; the five points of the detector are steadier.
    private const float SmallestMeshed = 32;

    // Crops averaged for a frame's faces, and for a portrait's, which is located once.
    private const int FrameViews = 1;
    private const int PortraitViews = 5;

    private static readonly FaceSelection EveryFace = new(FaceOrder.All);

    private readonly ModelLibrary _models;
    private readonly NetworkChoice _choice;

    /// <summary>An engine on a model library; loads nothing yet.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <param name="choice">Which of them to use; whatever serves best when null.</param>
    public FaceEngine(ModelLibrary models, NetworkChoice? choice = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        _models = models;
        _choice = choice ?? NetworkChoice.Automatic;
    }

    /// <summary>Where the networks' files are.</summary>
    public ModelLibrary Models => _models;

    /// <summary>The faces of a frame, the largest first.</summary>
    /// <param name="frame">The frame.</param>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IReadOnlyList<Face> FindFaces(in FrameView frame) => FindFaces(frame, EveryFace);

    /// <summary>
    /// The chosen faces of a frame: those that <paramref name="selection"/> chooses from all of them, found with less work.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="selection">Which faces.</param>
    /// <exception cref="ArgumentOutOfRangeException">The selection's number is below 1 or its order unknown.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IReadOnlyList<Face> FindFaces(in FrameView frame, FaceSelection selection) => FindFaces(frame, selection, FrameViews);

    /// <summary>
    /// What the detector sees in a frame, the most certain first. <see cref="Locate(in FrameView, IReadOnlyList{DetectedFace}, FaceSelection)"/> makes faces of it; both together
    /// are <see cref="FindFaces(in FrameView, FaceSelection)"/>, for whoever wants to know of the other faces too.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="goal">Which faces are searched for; a selection's own (<see cref="FaceSelection.Goal"/>) does for locating what it chooses.</param>
    /// <exception cref="Inference.ModelException">The network's file is missing or not the right one.</exception>
    public IReadOnlyList<DetectedFace> Detect(in FrameView frame, SearchGoal goal = SearchGoal.EveryFace) =>
        NetworkFamilies.Detector(File(FaceNetwork.Detector)).Detect(frame, goal);

    /// <summary>The chosen ones of a frame's detections as faces; what proves to be none is left out.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="detections">What <see cref="Detect"/> saw in it.</param>
    /// <param name="selection">Which faces.</param>
    /// <exception cref="ArgumentOutOfRangeException">The selection's number is below 1 or its order unknown.</exception>
    /// <exception cref="Inference.ModelException">The network's file is missing or not the right one.</exception>
    public IReadOnlyList<Face> Locate(in FrameView frame, IReadOnlyList<DetectedFace> detections, FaceSelection selection)
    {
        ArgumentNullException.ThrowIfNull(detections);
        return Locate(frame, detections, selection, FrameViews);
    }

    /// <summary>The chosen ones of a frame's faces; people of a cast are told by looking at them, and come in the cast's order.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="faces">All its faces, in any order.</param>
    /// <param name="selection">Which faces.</param>
    /// <exception cref="ArgumentOutOfRangeException">The selection's number is below 1 or its order unknown.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IReadOnlyList<Face> Choose(in FrameView frame, IReadOnlyList<Face> faces, FaceSelection selection) => selection.Cast is { } cast
        ? CastFace.People(Tell(frame, faces, cast))
        : selection.Choose(faces, frame);

    /// <summary>Who of a cast each of a frame's faces is, the largest face first.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="faces">Its faces, in any order.</param>
    /// <param name="cast">The people, in embeddings of this engine.</param>
    /// <exception cref="ArgumentException">The cast's embeddings are another recogniser's.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IReadOnlyList<CastFace> Tell(in FrameView frame, IReadOnlyList<Face> faces, Cast cast)
    {
        ArgumentNullException.ThrowIfNull(cast);
        FrameView copy = frame;
        IReadOnlyList<Face> sorted = EveryFace.Choose(faces, frame);
        return [.. cast.Tell([.. sorted.Select(face => Embed(copy, face))], [.. sorted.Select(face => face.Detection.Box)]).Select((answer, i) => new CastFace(sorted[i], answer))];
    }

    /// <summary>The SHA-256 of the recogniser's file, in lower-case hexadecimal: embeddings of another one can't be compared.</summary>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public string RecogniserSha256 => File(FaceNetwork.Recogniser).Sha256;

    /// <summary>The embedding of a face.</summary>
    /// <param name="frame">The frame the face was found in.</param>
    /// <param name="face">The face.</param>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public FaceEmbedding Embed(in FrameView frame, Face face)
    {
        ArgumentNullException.ThrowIfNull(face);
        return Recogniser().Embed(frame, face.Mesh.FivePoints());
    }

    /// <summary>The identity a still shows; the same content is analysed once a process.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <exception cref="FaceException">The file can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IdentityPortrait LoadIdentity(string path) => PortraitFiles.Get(path, PortraitNetworks, still => MakePortrait(path, still.Frame));

    /// <summary>The identity that several stills of one person show, all alike in weight and named by their files; identity files have weights and names of their own.</summary>
    /// <param name="paths">One or more JPEG, PNG or identity files.</param>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="FaceException">A file can't be read, shows no face large enough, or isn't signed with the studio's key.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public FaceIdentity LoadIdentity(IReadOnlyList<string> paths) =>
        paths is [string only] && !IdentityFile.IsPath(only) ? LoadIdentity(only) : new FaceIdentity(paths.SelectMany(Photos));

    /// <summary>An identity file of photos of one person.</summary>
    /// <param name="name">What to call the identity.</param>
    /// <param name="product">The product and version that makes it.</param>
    /// <param name="consent">The consent that it is used under.</param>
    /// <param name="photos">One or more JPEG or PNG files, each with how much it counts, above 0.</param>
    /// <exception cref="FaceException">A file can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IdentityFile MakeIdentityFile(string name, string product, ConsentRecord consent, IReadOnlyList<(string Path, float Weight)> photos)
    {
        ModelFile recogniser = File(FaceNetwork.Recogniser);
        List<NamedRecogniser> recognisers = [new(NetworkFamilies.Recogniser(recogniser), recogniser.Name, recogniser.Sha256, IsEngines: true)];
        if (SwapperLoader.TryArcFace(_models) is { } swappers && swappers.Sha256 != recogniser.Sha256)
            recognisers.Add(swappers);
        return IdentityFileMaker.Make(name, product, consent, [.. photos.Select(photo => (LoadIdentity(photo.Path), photo.Path, photo.Weight))], recognisers);
    }

    /// <summary>The identity of a file that is read, whoever signed it: for who made it.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public FaceIdentity LoadIdentity(IdentityFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new FaceIdentity(file.Record.Photos.Select((photo, i) => new IdentityPhoto(Portrait(file, i), photo.Name, photo.Weight) { FileNeutral = file.Neutral }));
    }

    /// <summary>The identity a frame shows; the same content is analysed once a process.</summary>
    /// <param name="frame">The frame; only read during the call.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="FaceException">It shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network's file is missing or not the right one.</exception>
    public IdentityPortrait LoadIdentity(in FrameView frame, string name = "Identity clip")
    {
        FrameView copy = frame;
        return PortraitCache.Get(ContentKey.Of(frame) + PortraitNetworks, () => MakePortrait(name, copy));
    }

    /// <summary>Swaps a face; <see langword="null"/> when nothing of it lies inside the frame, or too little to tell its colour.</summary>
    /// <param name="frame">The frame the face was found in.</param>
    /// <param name="face">The face.</param>
    /// <param name="identity">Who is to be seen; a single portrait will do.</param>
    /// <param name="options">How.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is known; else it is told from the frame.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="Inference.ModelException">A network's file is not the right one.</exception>
    public SwappedFace? Swap(in FrameView frame, Face face, FaceIdentity identity, SwapOptions options, FaceShape? targetNeutral = null)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        using DecodedFrame? decoded = Decode(frame, face.Detection.Box, out FrameView near);
        using PendingSegmentation? segmentation = Segmenter() is { } segmenter ? new PendingSegmentation(segmenter.Look(near, face.Mesh)) : null;
        PictureStages? stages = Stages(near, face, options);
        FaceEditing? editing = options.Edits.IsNone ? null
            : new FaceEditing(LivePortraitLoader.Animator(_models), LivePortraitLoader.Retargeter(_models), options.Edits, options.Grain);
        SwappedFace? swapped;
        if (options.Network is { } network)
            swapped = NetworkSwap.Render(new SwapSubject(near, face, identity, network.Amount, () => SwapperLoader.ArcFace(_models, network)), options, SwapperLoader.Load(_models, network), stages, segmentation);
        else
            swapped = TextureSwap.Render(near, face, identity, options, targetNeutral, stages, segmentation);
        return swapped is null || editing is null ? swapped : editing.Apply(near, swapped);
    }

    // The frame in which what is looked at around a face is decoded once; the caller disposes of it, unless the frame has that already.
    private static DecodedFrame? Decode(in FrameView frame, RectF face, out FrameView near)
    {
        DecodedFrame? decoded = frame.Decoded is null && frame.Source is null ? new DecodedFrame(frame) : null;
        near = decoded is null ? frame : frame with { Decoded = decoded };
        near.Decoded?.Include(face);
        return decoded;
    }

    // What networks do to the swapped face's picture, in their order; null where there is nothing to do.
    private PictureStages? Stages(in FrameView frame, Face face, SwapOptions options)
    {
        List<IPictureStage> stages = [];
        if (options.Expression is { } expression)
            stages.Add(new ExpressionRestoration(LivePortraitLoader.Animator(_models), expression, frame, face));
        if (options.Restorer is { } restorer)
            stages.Add(new FaceRestoration(RestorerLoader.Load(_models, restorer), restorer, frame));
        return stages.Count == 0 ? null : new PictureStages(stages);
    }

    /// <summary>Forgets every cached portrait; those in use stay valid.</summary>
    public static void Purge() => PortraitCache.Purge();

    private IdentityPortrait MakePortrait(string name, in FrameView frame) =>
        PortraitMaker.Make(name, frame, FindFaces(frame, EveryFace, PortraitViews), Recogniser(), Segmenter());

    private IReadOnlyList<Face> FindFaces(in FrameView frame, FaceSelection selection, int views) =>
        Locate(frame, Detect(frame, selection.Goal), selection, views);

    private IReadOnlyList<Face> Locate(in FrameView frame, IReadOnlyList<DetectedFace> detections, FaceSelection selection, int views)
    {
        if (detections.Count == 0)
            return selection.Choose([], frame);

        IFaceLandmarker landmarker = NetworkFamilies.Landmarker(File(FaceNetwork.Landmarks), views, _models.TryFind(FaceNetwork.Iris, out ModelFile? iris) ? iris : null);
        FrameView copy = frame;
        IReadOnlyList<Face> located = selection.Choose(detections, frame, detection => Locate(copy, detection, landmarker));
        return selection.Cast is null ? located : Choose(frame, located, selection);
    }

    private Face? Locate(in FrameView frame, DetectedFace detection, IFaceLandmarker landmarker)
    {
        using DecodedFrame? decoded = Decode(frame, detection.Box, out FrameView near);
        try
        {
            if (Mesh(near, detection, landmarker, LookAhead(near)) is not { } mesh)
                return null;
            HeadPose pose = HeadPose.Fit(mesh);
            return pose.InterOcular is > 0 and < double.PositiveInfinity ? new Face(detection, mesh, pose) : null;
        }
        finally
        {
            near.Ahead?.Finish();
        }
    }

    // What to begin while a face's points are still being found; null where nothing is. A card's pixels are fetched by one thread.
    private Action<FaceCrop>? LookAhead(FrameView frame) => frame is { Ahead: not null, Source: null } && Segmenter() is { } segmenter
        ? face => segmenter.LookAhead(frame, face)
        : null;

    private static FaceMesh? Mesh(in FrameView frame, DetectedFace detection, IFaceLandmarker landmarker, Action<FaceCrop>? meanwhile)
    {
        FaceMesh? mesh = detection.Box.Height < SmallestMeshed ? null : landmarker.Locate(frame, detection, meanwhile);
        if (mesh is { Presence: >= CertainPresence })
            return mesh;
        return detection.Score >= CertainDetection ? FivePointMesh.Fit(detection, frame.PixelAspect, mesh?.Presence ?? 0) : null;
    }

    private IReadOnlyList<IdentityPhoto> Photos(string path) => IdentityFile.IsPath(path)
        ? IdentityFiles.Get(path, _models.Manifest.Key, PortraitNetworks, Portrait)
        : [new IdentityPhoto(LoadIdentity(path), Path.GetFileName(path))];

    private IdentityPortrait Portrait(IdentityFile file, int photo) => file.Portrait(
        photo, RecogniserSha256, (image, mesh) => Recogniser().Embed(new FrameView(image.AsView(), NetworkSpace.Working, Premultiplied: false), mesh.FivePoints()));

    // What a portrait is like depends on the networks that looked at it, and on what ran them.
    private string PortraitNetworks => string.Concat([$"{_models.Provider}", .. FaceNetwork.All.Select(network => network.Find(_models, _choice)?.Name)]);

    private IFaceSegmenter? Segmenter() =>
        FaceNetwork.Segmenter.Find(_models, _choice) is { } file ? NetworkFamilies.Segmenter(file) : null;

    private IFaceRecogniser Recogniser() => NetworkFamilies.Recogniser(File(FaceNetwork.Recogniser));

    private ModelFile File(FaceNetwork network) => network.Require(_models, _choice);
}
