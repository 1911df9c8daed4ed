using System.Numerics;
using FaceFusion.Node.Debug;
using FaceFusion.TestSupport;

namespace FaceFusion.Quality.Sheets;

/// <summary>A page of captioned tiles.</summary>
internal sealed class SheetPage(int tilesAcross, int rows)
{
    // A caption's letters are twice the font's size, its strip leaves two pixels around them.
    private const int LetterScale = 2;
    private const int Gap = 3;
    private const int Strip = LetterScale * BitmapFont.GlyphHeight + 2 * Gap;
    private const int RowHeight = Strip + SheetTile.Side;

    private readonly int _width = tilesAcross * SheetTile.Side;
    private readonly ushort[] _samples = new ushort[3 * tilesAcross * SheetTile.Side * rows * RowHeight];

    /// <summary>Draws a tile and its caption.</summary>
    public void Draw(SheetTile tile, int column, int row)
    {
        int left = column * SheetTile.Side, top = row * RowHeight;
        Write(tile.Caption, left + Gap, top + Gap, left + SheetTile.Side);
        for (int y = 0; y < SheetTile.Side; y++)
        {
            int at = 3 * ((top + Strip + y) * _width + left);
            foreach (Vector4 pixel in tile.Image.Row(y))
            {
                _samples[at++] = To8Bit(pixel.X);
                _samples[at++] = To8Bit(pixel.Y);
                _samples[at++] = To8Bit(pixel.Z);
            }
        }
    }

    /// <summary>Writes the page's first rows as a PNG file.</summary>
    public void Save(string path, int usedRows)
    {
        int height = usedRows * RowHeight;
        string aside = path + ".new";
        File.WriteAllBytes(aside, PngWriter.Encode(_width, height, PngColour.Rgb, 8, _samples.AsSpan(0, 3 * _width * height)));
        File.Move(aside, path, overwrite: true);
    }

    private void Write(string text, int left, int top, int right)
    {
        foreach (char letter in text)
        {
            if (left + LetterScale * BitmapFont.GlyphWidth > right)
                return;
            for (int y = 0; y < LetterScale * BitmapFont.GlyphHeight; y++)
            {
                int bits = BitmapFont.Row(letter, y / LetterScale);
                for (int x = 0; x < LetterScale * BitmapFont.GlyphWidth; x++)
                {
                    if ((bits >> (BitmapFont.GlyphWidth - 1 - x / LetterScale) & 1) != 0)
                        _samples.AsSpan(3 * ((top + y) * _width + left + x), 3).Fill(byte.MaxValue);
                }
            }

            left += LetterScale * (BitmapFont.GlyphWidth + 1);
        }
    }

    private static ushort To8Bit(float value) => (ushort)Math.Clamp(MathF.Round(255 * value), 0, 255);
}
