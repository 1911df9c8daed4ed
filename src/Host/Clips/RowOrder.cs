namespace FaceFusion.Host.Clips;

/// <summary>Which row of an image lies first in memory.</summary>
public enum RowOrder
{
    /// <summary>The bottom row: row bytes are positive, as in most hosts.</summary>
    BottomUp,

    /// <summary>The top row: row bytes are negative and the data address is that of memory's last row, as in MLT.</summary>
    TopDown,
}
