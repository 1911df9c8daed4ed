using FaceFusion.Fusion.Casting;
using FaceFusion.Node.Images;
using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Engine;

/// <summary>
/// Where one person is through an analysed shot: a keyed point and the frames in which it is theirs. A frame looks up its own
/// place and nothing else, so that frames are rendered in any order. Where there is no such frame, who they are tells.
/// </summary>
internal static class PersonTrack
{
    /// <summary>The place in a frame.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="person">Which person, from 0.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="map">Where the plate lies.</param>
    /// <exception cref="NodeException">The list of frames can't be read.</exception>
    public static CastPlace Read(Effect effect, int person, double time, CanonicalMap map)
    {
        string text = effect.TryStringParam(NodeNames.PersonFrames[person])?.GetAt(time) ?? "";
        FrameList frames = text.Length > 0 ? FrameList.Parse(text, CastParameters.FramesLabel(person)) : FrameList.Empty;
        if (frames.IsEmpty || effect.TryDouble2DParam(NodeNames.PersonPoints[person]) is not { } point)
            return default;
        return frames.Contains(time) ? CastPlace.At(map.ToRaster(point.GetAt(time))) : CastPlace.Nowhere;
    }

    /// <summary>Keeps where a person was found.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="person">Which person, from 0.</param>
    /// <param name="places">The places by frame; none where the person is nowhere.</param>
    public static void Write(Effect effect, int person, IReadOnlyDictionary<int, OfxPointD> places)
    {
        Double2DParam point = effect.Double2DParam(NodeNames.PersonPoints[person]);
        point.DeleteAllKeys();
        foreach ((int frame, OfxPointD place) in places.OrderBy(entry => entry.Key))
            point.SetAt(frame, place);
        effect.StringParam(NodeNames.PersonFrames[person]).Set(FrameList.Of(places.Keys).ToString());
    }

    /// <summary>Forgets where a person was found: they are another now.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="person">Which person, from 0.</param>
    public static void Forget(Effect effect, int person)
    {
        if (effect.TryStringParam(NodeNames.PersonFrames[person]) is { } frames && frames.Get().Length > 0)
            Write(effect, person, new Dictionary<int, OfxPointD>());
    }
}
