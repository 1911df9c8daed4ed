using FaceFusion.Fusion;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Tracking;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Node.Overlays;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Clips;

namespace FaceFusion.Node.Commands;

/// <summary>Finds the faces of frames outside of a render, on the host's user interface's thread.</summary>
/// <param name="effect">The instance.</param>
/// <param name="quirks">The host's row.</param>
/// <param name="known">Gets what was found.</param>
internal sealed class FaceSearch(Effect effect, HostQuirks quirks, KnownFaces known)
{
    /// <summary>The marks of a frame's faces; none when there is no plate.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public IReadOnlyList<FaceMark> Marks(double time, OfxPointD renderScale)
    {
        FaceEngine engine = AnalysisParameters.Read(effect, time).Engine();
        return Look(time, renderScale, (frame, map) =>
        {
            IReadOnlyList<DetectedFace> detections = engine.Detect(frame);
            IReadOnlyList<Face> faces = engine.Locate(frame, detections, new FaceSelection(FaceOrder.All));
            FaceSelection selection = CastSettings.WithPeople(effect, time, engine, RenderSettings.ReadSelection(effect, time, map), map);
            IReadOnlyList<Face> chosen = engine.Choose(frame, faces, selection);
            IReadOnlyList<FaceMark> marks = FaceMarks.Of(map, detections, faces, chosen);
            known.Set(time, marks);
            return marks;
        }) ?? [];
    }

    /// <summary>A face as a tracker knows it, in coordinates of the whole shot.</summary>
    /// <param name="engine">Tells who it is.</param>
    /// <param name="frame">The frame it was found in.</param>
    /// <param name="face">The face.</param>
    /// <param name="map">Where the frame lies.</param>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static FaceCandidate Candidate(FaceEngine engine, in FrameView frame, Face face, CanonicalMap map)
    {
        OfxRectD box = map.ToCanonical(face.Detection.Box);
        return new FaceCandidate(new RectF((float)box.x1, (float)box.y1, (float)box.x2, (float)box.y2), engine.Embed(frame, face));
    }

    /// <summary>Does something with the plate of a frame, on a thread with room for it.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="time">The time, in frames.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    /// <param name="work">Gets the plate and its coordinates.</param>
    /// <returns>What came of it; <see langword="null"/> when there is no plate.</returns>
    public T? Look<T>(double time, OfxPointD renderScale, Func<FrameView, CanonicalMap, T> work)
        where T : class
    {
        Clip source = effect.Clip(NodeNames.SourceClip);
        using Image? image = source.GetImage(time);
        if (image is null)
            return null;

        RasterImage plate = RasterImage.Of(image, source, quirks);
        InputSpace space = StoredChoice.Read<InputSpace>(effect, NodeNames.InputSpace, time);
        FrameView frame = plate.ToFrame(space, source.Colourspace, quirks);
        CanonicalMap map = new(plate, renderScale);
        return Executor.RunOnLargeStack(() => work(frame, map));
    }
}
