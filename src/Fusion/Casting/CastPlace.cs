using System.Numerics;

namespace FaceFusion.Fusion.Casting;

/// <summary>
/// Where one of a cast is in a frame. By default nobody knows: who they are tells. Somebody whose shot was analysed is at
/// a point, or isn't there.
/// </summary>
/// <param name="IsKnown">Whether it is known.</param>
/// <param name="Point">On or near the face, in continuous raster coordinates; null where the person isn't there.</param>
public readonly record struct CastPlace(bool IsKnown, Vector2? Point)
{
    /// <summary>The person isn't in the frame.</summary>
    public static CastPlace Nowhere => new(IsKnown: true, Point: null);

    /// <summary>The person is the face at a point, whatever it looks like.</summary>
    /// <param name="point">Continuous raster coordinates.</param>
    public static CastPlace At(Vector2 point) => new(IsKnown: true, point);
}
