using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Quality.Measures;

namespace FaceFusion.Quality.Sheets;

/// <summary>
/// A row for every swap: source, target, texture alone, shape and texture, and the latter's matte. Pages are written
/// as they fill: <c>NAME.png</c>, <c>NAME-2.png</c>, and so on.
/// </summary>
internal sealed class ContactSheet(string path)
{
    private const int RowsOnPage = 5;
    private const int TilesAcross = 5;

    private SheetPage? _page;
    private int _rows;

    /// <summary>Adds a row.</summary>
    /// <param name="name">What the target is called.</param>
    /// <param name="identityName">What the source is called.</param>
    /// <param name="identity">The source.</param>
    /// <param name="frame">The target.</param>
    /// <param name="face">The target's face.</param>
    /// <param name="texture">Texture alone.</param>
    /// <param name="shape">Shape and texture.</param>
    public void Add(string name, string identityName, IdentityPortrait identity, in FrameView frame, Face face, Outcome texture, Outcome shape)
    {
        _page ??= new SheetPage(TilesAcross, RowsOnPage);
        int row = _rows++ % RowsOnPage;
        SheetTile[] tiles =
        [
            SheetTile.Portrait(string.Create(CultureInfo.InvariantCulture, $"{_rows}. {identityName}"), identity),
            new(name, frame, face.Mesh.Bounds),
            new(Caption("texture", texture), texture.Frame, face.Mesh.Bounds),
            new(Caption("shape", shape), shape.Frame, face.Mesh.Bounds),
            SheetTile.Matte("matte", shape.Swapped, frame, face.Mesh.Bounds),
        ];
        for (int column = 0; column < tiles.Length; column++)
        {
            _page.Draw(tiles[column], column, row);
            tiles[column].Dispose();
        }

        if (row == RowsOnPage - 1)
            Finish();
    }

    /// <summary>Writes the last page, if it isn't written yet.</summary>
    public void Finish()
    {
        if (_page is null)
            return;
        int number = (_rows + RowsOnPage - 1) / RowsOnPage;
        _page.Save(number == 1 ? path : Path.ChangeExtension(path, null) + string.Create(CultureInfo.InvariantCulture, $"-{number}.png"), ((_rows - 1) % RowsOnPage) + 1);
        _page = null;
    }

    private static string Caption(string variant, Outcome outcome) =>
        string.Create(CultureInfo.InvariantCulture, $"{variant} {outcome.Identity:0.00} {outcome.Fault}");
}
