namespace FaceFusion.Fusion.Geometry;

/// <summary>A point or direction of space in double precision.</summary>
/// <param name="X">To the viewer's right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Z">Away from the viewer.</param>
public readonly record struct Double3(double X, double Y, double Z);
