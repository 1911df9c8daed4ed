using FaceFusion.Host.Clips;
using FaceFusion.Host.Messages;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>A frame in parts, as hosts with tiles render it: every tile is an image of its own, whose bounds are the tile's.</summary>
public static class FrameTiles
{
    /// <summary>Where a frame's sides are cut: tiles of several sizes, which meet at no special place.</summary>
    private static readonly double[] Cuts = [0, 0.37, 1];

    /// <summary>The tiles of a window, from the bottom left one, row by row.</summary>
    public static IReadOnlyList<OfxRectI> Of(OfxRectI window)
    {
        int[] across = [.. Cuts.Select(cut => window.x1 + (int)(cut * (window.x2 - window.x1)))];
        int[] up = [.. Cuts.Select(cut => window.y1 + (int)(cut * (window.y2 - window.y1)))];
        var tiles = new List<OfxRectI>();
        for (int row = 0; row + 1 < up.Length; row++)
        {
            for (int column = 0; column + 1 < across.Length; column++)
            {
                var tile = new OfxRectI { x1 = across[column], y1 = up[row], x2 = across[column + 1], y2 = up[row + 1] };
                if (tile.x1 < tile.x2 && tile.y1 < tile.y2)
                    tiles.Add(tile);
            }
        }

        return tiles;
    }

    /// <summary>Renders a request tile by tile into its output.</summary>
    /// <returns>What came of it, up to the first tile that failed.</returns>
    public static RenderOutcome Render(HostedInstance instance, RenderRequest request)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(request);
        List<HostMessage> messages = [];
        int unreleased = 0;
        HostImage whole = request.Output;
        foreach (OfxRectI tile in Of(request.Window))
        {
            using var part = new HostImage(tile, whole.Depth, whole.Components, whole.Order, whole.RowPadding)
            {
                Premultiplication = whole.Premultiplication,
                PixelAspectRatio = whole.PixelAspectRatio,
                Field = whole.Field,
                RegionOfDefinition = whole.RegionOfDefinition,
            };
            RenderOutcome outcome = instance.Render(request with { Window = tile, Output = part });
            messages.AddRange(outcome.Messages);
            unreleased += outcome.UnreleasedImages;
            if (!outcome.Succeeded)
                return outcome with { Messages = messages, UnreleasedImages = unreleased };

            int skipped = (tile.x1 - whole.Bounds.x1) * whole.BytesPerPixel;
            for (int y = tile.y1; y < tile.y2; y++)
                part.Row(y).CopyTo(whole.Row(y)[skipped..]);
        }

        return new RenderOutcome(OfxStatus.kOfxStatOK, messages, unreleased, WroteOutOfBounds: false);
    }
}
