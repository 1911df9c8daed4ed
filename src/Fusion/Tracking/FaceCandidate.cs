using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Tracking;

/// <summary>A face of a frame that may be the one that is followed.</summary>
/// <param name="Box">Where it is, in coordinates that mean the same in every frame of the shot.</param>
/// <param name="Embedding">Who it is.</param>
public readonly record struct FaceCandidate(RectF Box, FaceEmbedding Embedding);
