using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Tests.Families;

/// <summary>
/// What networks that see a crop and give a few points are checked with: a level face in a frame whose red is the place from
/// left to right and whose green that from top to bottom. A network's first point is made of the pixel in column
/// <see cref="Column"/> and row <see cref="Row"/> of what it was shown, so that it tells where the crop lay and in what colours.
/// </summary>
internal static class SparseProbe
{
    public const int FrameWidth = 500, FrameHeight = 400;
    public const int Column = 40, Row = 90;

    /// <summary>A box of 100×130 about (250, 180).</summary>
    public static DetectedFace Level { get; } = new(new RectF(200, 115, 300, 245), 0.7f, [new(225, 160), new(275, 160), new(250, 185), new(230, 210), new(270, 210)]);

    /// <summary>The pixel's place in a plane of a crop.</summary>
    public static long Pixel(int size) => Row * size + Column;

    /// <summary>The frame's place of a point of a crop around <see cref="Level"/>.</summary>
    public static Vector2 ToFrame(Vector2 place, int size, float margin) => new Vector2(250, 180) + (place / size - new Vector2(0.5f)) * (margin * 130);

    /// <summary>What the frame's red and green are where the pixel of a crop lies.</summary>
    public static Vector2 Seen(int size, float margin) =>
        ToFrame(new Vector2(Column + 0.5f, Row + 0.5f), size, margin) / new Vector2(FrameWidth, FrameHeight);

    /// <summary>Made-up points, apart from each other.</summary>
    public static float[] Points(int count, int width, float x, float y, float stepX, float stepY, float third = 0)
    {
        float[] values = new float[count * width];
        for (int i = 0; i < count; i++)
        {
            (values[i * width], values[i * width + 1]) = (x + stepX * i, y + stepY * i);
            if (width > 2)
                values[i * width + 2] = third;
        }

        return values;
    }

    /// <summary>Whether the points are where they were put in a crop, and the first where the pixel says.</summary>
    public static void Matches(SparseLandmarks found, int size, float margin, Func<int, Vector2> inCrop, float pixelsPerUnit)
    {
        for (int i = 1; i < found.Points.Count; i++)
            Near(ToFrame(inCrop(i), size, margin), found.Points[i]);
        Near(ToFrame(pixelsPerUnit * Seen(size, margin), size, margin), found.Points[0]);
    }

    public static void Near(Vector2 expected, Vector2 actual) =>
        Assert.True(Vector2.Distance(expected, actual) < 0.02f, $"{actual} is not {expected}.");
}
