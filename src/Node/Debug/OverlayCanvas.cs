using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Node.Debug;

/// <summary>
/// Draws marks over a part of a frame: lines, boxes, dots and text, placed in the frame and cut off outside the part.
/// </summary>
/// <param name="image">The part drawn on, in the working space and raster order.</param>
/// <param name="origin">The frame's pixel that is the part's (0, 0).</param>
/// <param name="unit">Thickness of a line in pixels, ≥ 1; everything else follows it.</param>
internal readonly struct OverlayCanvas(ImageBuffer image, Vector2 origin, int unit)
{
    private const int LineSpacing = BitmapFont.GlyphHeight + 3;
    private const float PlateDimming = 0.35f;

    /// <summary>Lines as thick as suits an image of this height: 1 px up to 720 rows, 2 px at 1080, 4 px at 2160.</summary>
    /// <param name="height">Rows of the image.</param>
    public static int UnitFor(int height) => Math.Max(1, (height + 180) / 540);

    /// <summary>Height of a line of text in pixels.</summary>
    public int TextHeight => LineSpacing * unit;

    /// <summary>How many characters of text fit beside each other, with half a line's height free on either side.</summary>
    /// <param name="width">The frame's columns.</param>
    public int ColumnsIn(int width) => Math.Max(1, (width - TextHeight - (2 * unit)) / ((BitmapFont.GlyphWidth + 1) * unit));

    /// <summary>Draws a straight line.</summary>
    public void Line(Vector2 from, Vector2 to, Vector3 colour)
    {
        int steps = (int)Math.Clamp(Vector2.Distance(from, to), 1, 1 << 14);
        for (int i = 0; i <= steps; i++)
            Dot(Vector2.Lerp(from, to, (float)i / steps), unit, colour);
    }

    /// <summary>Draws the outline of a box.</summary>
    public void Box(RectF box, Vector3 colour)
    {
        Vector2 topLeft = new(box.X1, box.Y1), topRight = new(box.X2, box.Y1);
        Vector2 bottomLeft = new(box.X1, box.Y2), bottomRight = new(box.X2, box.Y2);
        Line(topLeft, topRight, colour);
        Line(topRight, bottomRight, colour);
        Line(bottomRight, bottomLeft, colour);
        Line(bottomLeft, topLeft, colour);
    }

    /// <summary>Draws a square dot.</summary>
    /// <param name="centre">Its centre.</param>
    /// <param name="size">Its side in pixels.</param>
    /// <param name="colour">Red, green and blue in the working space.</param>
    public void Dot(Vector2 centre, int size, Vector3 colour)
    {
        if (!float.IsFinite(centre.X) || !float.IsFinite(centre.Y))
            return;

        int left = (int)Math.Clamp(MathF.Floor(centre.X - origin.X - (size - 1) * 0.5f), -size, image.Width);
        int top = (int)Math.Clamp(MathF.Floor(centre.Y - origin.Y - (size - 1) * 0.5f), -size, image.Height);
        RectI square = new RectI(left, top, left + size, top + size).Intersect(RectI.FromSize(image.Width, image.Height));
        for (int y = square.Y1; y < square.Y2; y++)
        {
            Span<Vector4> row = image.Row(y);
            for (int x = square.X1; x < square.X2; x++)
                row[x] = new Vector4(colour, 1);
        }
    }

    /// <summary>Draws a line of text on a dimmed ground.</summary>
    /// <param name="text">The text; see <see cref="BitmapFont"/> for what can be drawn.</param>
    /// <param name="topLeft">Top left corner of the ground.</param>
    /// <param name="colour">Red, green and blue in the working space.</param>
    public void Text(string text, Vector2 topLeft, Vector3 colour)
    {
        int left = (int)topLeft.X, top = (int)topLeft.Y;
        int advance = (BitmapFont.GlyphWidth + 1) * unit;
        Dim(new RectI(left, top, left + text.Length * advance + 2 * unit, top + TextHeight));
        for (int i = 0; i < text.Length; i++)
        {
            for (int row = 0; row < BitmapFont.GlyphHeight; row++)
            {
                int bits = BitmapFont.Row(text[i], row);
                for (int column = 0; column < BitmapFont.GlyphWidth; column++)
                {
                    if ((bits >> (BitmapFont.GlyphWidth - 1 - column) & 1) == 0)
                        continue;

                    float x = left + unit + i * advance + (column + 0.5f) * unit;
                    float y = top + unit + (row + 0.5f) * unit;
                    Dot(new Vector2(x, y), unit, colour);
                }
            }
        }
    }

    private void Dim(RectI ground)
    {
        RectI part = ground.Offset(-(int)origin.X, -(int)origin.Y).Intersect(RectI.FromSize(image.Width, image.Height));
        for (int y = part.Y1; y < part.Y2; y++)
        {
            Span<Vector4> row = image.Row(y);
            for (int x = part.X1; x < part.X2; x++)
                row[x] = new Vector4(PlateDimming * row[x].X, PlateDimming * row[x].Y, PlateDimming * row[x].Z, 1);
        }
    }
}
