using System.Numerics;
using FaceFusion.Fusion.Frames;

namespace FaceFusion.Fusion.Recognition;

/// <summary>Turns a face into an embedding. Implementations are thread-safe and deterministic.</summary>
public interface IFaceRecogniser
{
    /// <summary>The embedding of the face at five points.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="points">The five alignment points in raster coordinates.</param>
    FaceEmbedding Embed(in FrameView frame, ReadOnlySpan<Vector2> points);
}
