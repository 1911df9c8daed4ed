using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Sheets;

namespace FaceFusion.Quality.Demo;

/// <summary>A row for every frame that has a truth: plate, swap, truth, and by how much the swap differs from the truth.</summary>
internal sealed class TruthSheet(string path)
{
    private const int TilesAcross = 4;

    private readonly SheetPage _page = new(TilesAcross, DemoShot.Truths.Count);
    private int _rows;

    /// <summary>Adds a row.</summary>
    /// <param name="number">The frame's number.</param>
    /// <param name="face">The plate's face.</param>
    /// <param name="plate">The plate.</param>
    /// <param name="outcome">The swap.</param>
    /// <param name="truth">The truth.</param>
    public void Add(int number, Face face, in FrameView plate, Outcome outcome, in FrameView truth)
    {
        using SheetTile before = new(string.Create(CultureInfo.InvariantCulture, $"{number} yaw {face.Pose.Yaw:0}"), plate, face.Mesh.Bounds);
        using SheetTile after = new(string.Create(CultureInfo.InvariantCulture, $"swap, shape {outcome.Swapped?.Shape:0.00}"), outcome.Frame, face.Mesh.Bounds);
        using SheetTile wanted = new("truth", truth, face.Mesh.Bounds), off = SheetTile.Difference("difference, times 4", after, wanted);
        _page.Draw(before, 0, _rows);
        _page.Draw(after, 1, _rows);
        _page.Draw(wanted, 2, _rows);
        _page.Draw(off, 3, _rows++);
    }

    /// <summary>Writes the sheet.</summary>
    public void Finish() => _page.Save(path, _rows);
}
