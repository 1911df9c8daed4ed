using FaceFusion.Fusion;
using FaceFusion.Node.Overlays;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Commands;

/// <summary>Picks a face: by its point, or one after another.</summary>
internal static class PickCommand
{
    /// <summary>The button: picks the face that is replaced; once one is picked, the next to its right, and from the last the first.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="search">Finds the faces.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    /// <exception cref="NodeException">There is no face.</exception>
    public static void PickNext(Effect effect, FaceSearch search, double time, OfxPointD renderScale)
    {
        IReadOnlyList<FaceMark> faces = [.. search.Marks(time, renderScale).OrderBy(face => face.Centre.x).ThenBy(face => face.Centre.y)];
        if (faces.Count == 0)
            throw new NodeException("There is no face in this frame to pick; go to a frame that shows one.");

        int chosen = faces.ToList().FindIndex(face => face.IsChosen);
        bool isPicked = StoredChoice.Read<FaceOrder>(effect, NodeNames.FaceOrder, time) == FaceOrder.Picked;
        int next = isPicked ? (chosen + 1) % faces.Count : Math.Max(0, chosen);
        Pick(effect, time, faces[next].Centre);
    }

    /// <summary>
    /// Picks the face at a point, as one step to undo. Where the point is keyed, the pick is a key; a frame that was left
    /// out isn't any more.
    /// </summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="point">Canonical coordinates.</param>
    public static void Pick(Effect effect, double time, OfxPointD point)
    {
        using ParamEditScope edit = effect.Edit("Pick face");
        Double2DParam place = effect.Double2DParam(NodeNames.FacePoint);
        if (place.KeyCount > 0)
            place.SetAt(time, point);
        else
            place.Set(point);
        StoredChoice.Choose(effect, NodeNames.FaceOrder, FaceOrder.Picked);
        if (RenderSettings.ReadLeftOut(effect, time) is var leftOut && leftOut.Contains(time))
            effect.StringParam(NodeNames.LeftOut).Set(leftOut.Without(time).ToString());
    }
}
