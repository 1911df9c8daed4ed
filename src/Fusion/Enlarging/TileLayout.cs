namespace FaceFusion.Fusion.Enlarging;

/// <summary>
/// How a length is covered by tiles: each is cropped by a margin on either side, where a network misses what lies beyond, and
/// then fades over a feather into its neighbour, so that the weights of all tiles add up to 1 everywhere.
/// </summary>
/// <param name="Tile">A tile's length in pixels.</param>
internal readonly record struct TileLayout(int Tile)
{
    // FaceFusion's tiles of 256 pixels are padded by 16.
    private const int Parts = 16;

    /// <summary>What is thrown away on either side, in pixels.</summary>
    public int Margin => Math.Max(1, Tile / Parts);

    /// <summary>Over how many pixels two tiles fade into each other.</summary>
    public int Feather => Math.Max(1, Tile / Parts);

    /// <summary>From one tile's beginning to the next one's, in pixels.</summary>
    public int Stride => Tile - (2 * Margin) - Feather;

    /// <summary>How many tiles cover a length.</summary>
    /// <param name="length">Pixels, at least 1.</param>
    public int Count(int length) => ((length + Feather - 1) / Stride) + 1;

    /// <summary>Where a tile begins to count; before the length's own beginning for the first, which has faded in there. The tile itself begins a margin before.</summary>
    /// <param name="index">Which tile, from 0.</param>
    public int Start(int index) => (index * Stride) - Feather;

    /// <summary>How much each pixel of an enlarged tile counts.</summary>
    /// <param name="scale">Enlarged pixels for one.</param>
    public float[] Weights(int scale)
    {
        float[] weights = new float[Tile * scale];
        int margin = Margin * scale, feather = Feather * scale;
        for (int i = margin; i < weights.Length - margin; i++)
        {
            int inside = i - margin, left = weights.Length - margin - 1 - i;
            weights[i] = inside < feather ? (inside + 0.5f) / feather : left < feather ? 1 - ((feather - 1 - left + 0.5f) / feather) : 1;
        }

        return weights;
    }
}
