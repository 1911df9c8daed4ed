using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Stills;

namespace FaceFusion.Quality;

/// <summary>A picture of one person and the face that the engine finds in it.</summary>
internal sealed class Photograph : IDisposable
{
    private readonly Still _still;

    private Photograph(Still still, Face face)
    {
        _still = still;
        Face = face;
        Shape = FaceShape.Of(face.Mesh, face.Pose);
    }

    public FrameView Frame => _still.Frame;

    public Face Face { get; }

    /// <summary>The face without its pose.</summary>
    public FaceShape Shape { get; }

    /// <summary>Reads a picture and finds its largest face.</summary>
    /// <exception cref="InvalidOperationException">It shows no face.</exception>
    public static Photograph Take(FaceEngine engine, string file)
    {
        Still still = StillDecoder.Load(file);
        if (engine.FindFaces(still.Frame) is [Face face, ..])
            return new Photograph(still, face);
        still.Dispose();
        throw new InvalidOperationException($"The engine finds no face in '{file}'; every picture of the London set shows one.");
    }

    public void Dispose() => _still.Dispose();
}
