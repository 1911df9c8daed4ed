using System.Numerics;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>The points of a face as a network of few points sees them.</summary>
/// <param name="Points">In square pixels of the frame, in the network's own order.</param>
/// <param name="Score">How certain the network is, 0 to 1.</param>
public sealed record SparseLandmarks(IReadOnlyList<Vector2> Points, float Score);
