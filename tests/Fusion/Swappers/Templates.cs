using System.Numerics;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>The alignment templates once more, as their networks' users publish them.</summary>
internal static class Templates
{
    public static Vector2[] Arcface112V1 { get; } =
        [new(0.35473214f, 0.45658929f), new(0.64526786f, 0.45658929f), new(0.5f, 0.61154464f), new(0.37913393f, 0.776875f), new(0.62086607f, 0.776875f)];

    public static Vector2[] Arcface128 { get; } =
        [new(0.36167656f, 0.40387734f), new(0.63696719f, 0.40235469f), new(0.50019687f, 0.56044219f), new(0.38710391f, 0.72160547f), new(0.61507734f, 0.72034453f)];

    public static Vector2[] DflWholeFace { get; } =
        [new(0.35342266f, 0.39285716f), new(0.62797622f, 0.39285716f), new(0.48660713f, 0.5401786f), new(0.38839287f, 0.68750011f), new(0.59821427f, 0.68750011f)];

    public static Vector2[] Ffhq512 { get; } =
        [new(0.37691676f, 0.46864664f), new(0.62285697f, 0.46912813f), new(0.50123859f, 0.61331904f), new(0.39308822f, 0.725411f), new(0.61150205f, 0.72490465f)];

    public static Vector2[] Mtcnn512 { get; } =
        [new(0.36562865f, 0.46733799f), new(0.63305391f, 0.46585885f), new(0.50019127f, 0.61942959f), new(0.39032951f, 0.77598822f), new(0.61178945f, 0.77476328f)];
}
