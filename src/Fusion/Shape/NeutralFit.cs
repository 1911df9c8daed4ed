namespace FaceFusion.Fusion.Shape;

/// <summary>What <see cref="ShapeModel"/> makes of a face.</summary>
/// <param name="Neutral">
/// The face without its expression: only what the model takes for expression has been subtracted. The irises look
/// straight ahead.
/// </param>
/// <param name="Residual">
/// How far the points lie from any face the model knows: the root mean square over the surface, seen from the front, in
/// inter-ocular distances.
/// </param>
/// <param name="Doubt">Why the neutral shape is not to be relied on, as the end of a sentence; "" when it is.</param>
public sealed record NeutralFit(FaceShape Neutral, double Residual, string Doubt)
{
    /// <summary>Whether the neutral shape is good enough to change a face's shape by.</summary>
    public bool IsReliable => Doubt.Length == 0;
}
