namespace FaceFusion.Ofx.Plugin.Interacts;

/// <summary>
/// What an instance draws over the host's viewer, and what it does with the pen there. All coordinates are canonical:
/// square pixels of the full resolution, y upwards. Hosts call it on their user interface's thread.
/// </summary>
public abstract class Overlay
{
    /// <summary>Draws. Must be quick: hosts call it for every change of the view.</summary>
    /// <param name="arguments">When and how large.</param>
    /// <param name="pen">What to draw with.</param>
    public abstract void Draw(in OverlayArguments arguments, OverlayPen pen);

    /// <summary>The pen touches the picture.</summary>
    /// <param name="arguments">When and where.</param>
    /// <returns>Whether the event was for this overlay; else the host looks for another taker.</returns>
    public virtual bool PenDown(in OverlayArguments arguments) => false;

    /// <summary>The pen leaves the picture.</summary>
    /// <inheritdoc cref="PenDown"/>
    public virtual bool PenUp(in OverlayArguments arguments) => false;
}
