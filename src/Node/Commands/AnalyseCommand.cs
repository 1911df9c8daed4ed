using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Tracking;
using FaceFusion.Node.Images;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Hosting;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Commands;

/// <summary>
/// Follows the face of one frame through the shot and keys the face point to it, or each of the people where faces are told
/// by who they are. Renders look up the places of their own frame and nothing else, so that they still come in any order.
/// </summary>
internal sealed class AnalyseCommand
{
    private readonly Effect _effect;
    private readonly FaceEngine _engine;
    private readonly FaceSearch _search;
    private readonly OfxPointD _renderScale;
    private readonly SortedDictionary<int, OfxPointD> _places = [];
    private double _smallestEyes = double.PositiveInfinity, _largestEyes;

    private AnalyseCommand(Effect effect, FaceSearch search, OfxPointD renderScale)
    {
        _effect = effect;
        _engine = AnalysisParameters.Read(effect, 0).Engine();
        _search = search;
        _renderScale = renderScale;
    }

    /// <summary>Analyses the shot and sets the parameters, as one step to undo. Cancelled, it changes nothing but the report.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="search">Looks at frames.</param>
    /// <param name="time">The frame to start from.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    /// <exception cref="NodeException">The host doesn't tell how long the shot is, or there is no face to start from.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static void Run(Effect effect, FaceSearch search, double time, OfxPointD renderScale)
    {
        if (effect.Clip(NodeNames.SourceClip).FrameRange is not { } range || !(range.max - range.min < int.MaxValue))
            throw new NodeException("The host doesn't say how long the plate is; animate Face point by hand instead.");

        int first = (int)Math.Ceiling(range.min), last = (int)Math.Floor(range.max);
        int start = Math.Clamp((int)Math.Round(time), first, Math.Max(first, last));
        if (StoredChoice.Read<FaceOrder>(effect, NodeNames.FaceOrder, start) == FaceOrder.Person)
        {
            AnalyseCastCommand.Run(effect, search, start, first, last, renderScale);
            return;
        }

        AnalyseCommand analysis = new(effect, search, renderScale);
        bool isDone = analysis.Follow(start, first, last);
        effect.TryStringParam(NodeNames.Analysis)?.Set(isDone ? analysis.Report(first, last) : "Cancelled");
    }

    // False when the artist has cancelled.
    private bool Follow(int start, int first, int last)
    {
        FaceCandidate face = Start(start)
            ?? throw new NodeException("There is no chosen face in this frame to follow; go to a frame that shows it, or choose another in Face.");

        int done = 1, all = Math.Max(1, last - first + 1);
        using (ProgressScope progress = _effect.Progress("FaceFusion: analysing the shot"))
        {
            foreach (int step in (ReadOnlySpan<int>)[1, -1])
            {
                FaceFollower follower = new(face);
                for (int frame = start + step; frame >= first && frame <= last; frame += step)
                {
                    if (!progress.Update((double)done++ / all))
                        return false;
                    Visit(frame, follower);
                }
            }
        }

        Write(first, last);
        return true;
    }

    private FaceCandidate? Start(int time)
    {
        FaceCandidate[]? start = _search.Look<FaceCandidate[]>(time, _renderScale, (frame, map) =>
        {
            FaceSelection selection = RenderSettings.ReadChoice(_effect, time, map);
            IReadOnlyList<Face> faces = selection.Order == FaceOrder.All ? [] : _engine.FindFaces(frame, selection);
            if (faces.Count == 0)
                return [];

            Keep(time, faces[0], map);
            return [FaceSearch.Candidate(_engine, frame, faces[0], map)];
        });
        return start is [FaceCandidate face, ..] ? face : null;
    }

    private void Visit(int time, FaceFollower follower) => _search.Look(time, _renderScale, (frame, map) =>
    {
        IReadOnlyList<Face> faces = _engine.FindFaces(frame);
        FrameView plate = frame;
        FaceCandidate[] candidates = [.. faces.Select(face => FaceSearch.Candidate(_engine, plate, face, map))];
        int same = follower.Next(candidates);
        if (same >= 0)
            Keep(time, faces[same], map);
        return candidates;
    });

    private void Keep(int time, Face face, CanonicalMap map)
    {
        _places[time] = map.ToCanonical(face.Detection.Box.Centre);
        double eyes = face.Pose.InterOcular * map.UnitsPerRow;
        _smallestEyes = Math.Min(_smallestEyes, eyes);
        _largestEyes = Math.Max(_largestEyes, eyes);
    }

    private void Write(int first, int last)
    {
        using ParamEditScope edit = _effect.Edit("Analyse");
        Double2DParam point = _effect.Double2DParam(NodeNames.FacePoint);
        point.DeleteAllKeys();
        foreach ((int time, OfxPointD place) in _places)
            point.SetAt(time, place);
        _effect.TryStringParam(NodeNames.LeftOut)?.Set(FrameList.Of(Enumerable.Range(first, last - first + 1).Where(frame => !_places.ContainsKey(frame))).ToString());
        StoredChoice.Choose(_effect, NodeNames.FaceOrder, FaceOrder.Picked);
    }

    private string Report(int first, int last)
    {
        int frames = last - first + 1;
        string where = _places.Count == frames ? "in every frame" : string.Create(CultureInfo.InvariantCulture, $"in {_places.Count} of {frames} frames");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Frames {first} to {last}: the face is {where}; eyes {_smallestEyes:0} to {_largestEyes:0} px apart");
    }
}
