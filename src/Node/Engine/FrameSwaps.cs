using FaceFusion.Fusion;
using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Node.Engine;

/// <summary>The faces of one frame and what they were swapped into, before any matte or mix. Nobody changes it.</summary>
internal sealed class FrameSwaps : IDisposable
{
    // Two images of four floats and two planes; a third image where the shape changes.
    private const long BytesPerPixel = 3 * 4 * sizeof(float) + 2 * sizeof(float);

    private FrameSwaps(IReadOnlyList<DetectedFace> detections, IReadOnlyList<Face> faces, IReadOnlyList<Face> chosen)
    {
        Detections = detections;
        Faces = faces;
        Chosen = chosen;
    }

    /// <summary>What the detector saw of what it searched for.</summary>
    public IReadOnlyList<DetectedFace> Detections { get; }

    /// <summary>The faces found: all of the frame where they were asked for, else the chosen ones.</summary>
    public IReadOnlyList<Face> Faces { get; }

    /// <summary>The faces that were chosen.</summary>
    public IReadOnlyList<Face> Chosen { get; }

    /// <summary>Who each of the faces is, where people were asked for; else none.</summary>
    public IReadOnlyList<CastFace> Told { get; private init; } = [];

    /// <summary>What became of each chosen face; <see langword="null"/> where nothing of it can be seen.</summary>
    public IReadOnlyList<SwappedFace?> ByFace { get; private set; } = [];

    /// <summary>The faces that were swapped.</summary>
    public IReadOnlyList<SwappedFace> Swapped => [.. ByFace.OfType<SwappedFace>()];

    /// <summary>The memory it takes, at most.</summary>
    public long Bytes => ByFace.Sum(swapped => swapped is null ? 0 : (long)swapped.Region.Width * swapped.Region.Height * BytesPerPixel);

    /// <summary>Finds the faces and swaps them.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="identities">Who is to be seen, by person of the selection's cast; one without a cast.</param>
    /// <param name="selection">Which faces.</param>
    /// <param name="options">How.</param>
    /// <param name="findsAll">Whether the faces that aren't chosen are asked for too.</param>
    /// <param name="goal">What the detector searches for: every face, or what the selection needs.</param>
    /// <param name="goOn">Is called between the steps; throws to end the work.</param>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static FrameSwaps Make(
        FaceEngine engine, in FrameView frame, IReadOnlyList<FaceIdentity> identities, FaceSelection selection, SwapOptions options, bool findsAll, SearchGoal goal, Action goOn)
    {
        IReadOnlyList<DetectedFace> detections = engine.Detect(frame, goal);
        using DecodedFrame decoded = new(frame);

        // Whoever is located is swapped, unless others are asked for too.
        using WorkAhead? ahead = findsAll || selection.Cast is not null ? null : new WorkAhead();
        FrameView near = frame with { Decoded = decoded, Ahead = ahead };
        FrameSwaps swaps = selection.Cast is { } cast ? OfCast(engine, near, detections, cast) : Find(engine, near, detections, selection, findsAll);
        List<SwappedFace?> made = [];
        swaps.ByFace = made;
        try
        {
            goOn();
            foreach (Face face in swaps.Chosen)
            {
                made.Add(engine.Swap(near, face, identities[swaps.PersonOf(face) ?? 0], options));
                goOn();
            }
        }
        catch
        {
            swaps.Dispose();
            throw;
        }

        SwappedFace.Divide(swaps.Swapped);
        return swaps;
    }

    /// <summary>Which person of the cast a chosen face is, from 0; null where people weren't asked for.</summary>
    /// <param name="face">The face.</param>
    public int? PersonOf(Face face) => Told.FirstOrDefault(told => told.Face == face && told.Answer.IsPerson)?.Answer.Person;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SwappedFace? swapped in ByFace)
            swapped?.Dispose();
    }

    private static FrameSwaps Find(FaceEngine engine, in FrameView frame, IReadOnlyList<DetectedFace> detections, FaceSelection selection, bool findsAll)
    {
        IReadOnlyList<Face> faces = engine.Locate(frame, detections, findsAll ? new FaceSelection(FaceOrder.All) : selection);
        return new FrameSwaps(detections, faces, findsAll ? engine.Choose(frame, faces, selection) : faces);
    }

    // People are told among all faces of the frame, whether or not somebody looks at the others.
    private static FrameSwaps OfCast(FaceEngine engine, in FrameView frame, IReadOnlyList<DetectedFace> detections, Cast cast)
    {
        IReadOnlyList<Face> faces = engine.Locate(frame, detections, new FaceSelection(FaceOrder.All));
        IReadOnlyList<CastFace> told = engine.Tell(frame, faces, cast);
        return new FrameSwaps(detections, faces, CastFace.People(told)) { Told = told };
    }
}
