using FaceFusion.Fusion.Geometry;

namespace FaceFusion.Fusion.Expressions;

/// <summary>How a head is turned, as LivePortrait tells it.</summary>
/// <param name="Pitch">About the x axis, in degrees.</param>
/// <param name="Yaw">About the y axis, in degrees.</param>
/// <param name="Roll">About the z axis, in degrees.</param>
internal readonly record struct HeadTurn(double Pitch, double Yaw, double Roll)
{
    // What a slider at 1 adds, and how far the networks can turn a head, in degrees (facefusion 3.1, face_editor).
    private const double PitchEdit = -20, YawEdit = -60, RollEdit = 15;
    private const double MostPitch = 30, MostYaw = 60, MostRoll = 20;

    /// <summary>The rotation: about x first, then y, then z, all of them axes of the picture.</summary>
    public Rotation3 Rotation
    {
        get
        {
            (double sx, double cx) = SinCos(Pitch);
            (double sy, double cy) = SinCos(Yaw);
            (double sz, double cz) = SinCos(Roll);
            return new Rotation3(
                cz * cy, (cz * sy * sx) - (sz * cx), (cz * sy * cx) + (sz * sx),
                sz * cy, (sz * sy * sx) + (cz * cx), (sz * sy * cx) - (cz * sx),
                -sy, cy * sx, cy * cx);
        }
    }

    /// <summary>The turn that an artist asks for, no further than the networks can turn a head; a head that is further round already may stay there.</summary>
    /// <param name="edits">The sliders.</param>
    public HeadTurn Edit(FaceEdits edits) => new(
        Limit(Pitch, PitchEdit * edits.Pitch, MostPitch), Limit(Yaw, YawEdit * edits.Yaw, MostYaw), Limit(Roll, RollEdit * edits.Roll, MostRoll));

    private static double Limit(double angle, double added, double most) =>
        Math.Clamp(angle + added, Math.Min(-most, angle), Math.Max(most, angle));

    private static (double Sin, double Cos) SinCos(double degrees) => Math.SinCos(degrees * Math.PI / 180);
}
