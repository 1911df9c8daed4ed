using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Tracking;
using FaceFusion.Kernels.Execution;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Hosting;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Commands;

/// <summary>Follows each of the people through the shot and keys their places.</summary>
internal sealed class AnalyseCastCommand
{
    private readonly Effect _effect;
    private readonly FaceEngine _engine;
    private readonly FaceSearch _search;
    private readonly OfxPointD _renderScale;
    private readonly Dictionary<int, IReadOnlyList<FaceCandidate>> _shot = [];

    private AnalyseCastCommand(Effect effect, FaceSearch search, OfxPointD renderScale)
    {
        _effect = effect;
        _engine = AnalysisParameters.Read(effect, 0).Engine();
        _search = search;
        _renderScale = renderScale;
    }

    /// <summary>Analyses the shot and sets the parameters, as one step to undo. Cancelled, it changes nothing but the report.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="search">Looks at frames.</param>
    /// <param name="start">The frame to tell the people in, if they are there.</param>
    /// <param name="first">The shot's first frame.</param>
    /// <param name="last">Its last one.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    /// <exception cref="NodeException">A person isn't named, or none of them is in the shot.</exception>
    /// <exception cref="FaceException">A photo can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static void Run(Effect effect, FaceSearch search, int start, int first, int last, OfxPointD renderScale)
    {
        AnalyseCastCommand analysis = new(effect, search, renderScale);
        CastSettings settings = CastSettings.Read(effect, start);
        Cast cast = Executor.RunOnLargeStack(() => settings.Load(analysis._engine));
        string report = analysis.Look(first, last) ? analysis.Follow(settings, cast, start, first, last) : "Cancelled";
        effect.TryStringParam(NodeNames.Analysis)?.Set(report);
    }

    // False when the artist has cancelled.
    private bool Look(int first, int last)
    {
        using ProgressScope progress = _effect.Progress("FaceFusion: analysing the shot");
        for (int time = first; time <= last; time++)
        {
            if (!progress.Update((double)(time - first) / (last - first + 1)))
                return false;
            if (_search.Look<FaceCandidate[]>(time, _renderScale, (frame, map) =>
                {
                    FrameView plate = frame;
                    return [.. _engine.FindFaces(frame).Select(face => FaceSearch.Candidate(_engine, plate, face, map))];
                }) is { } faces)
            {
                _shot[time] = faces;
            }
        }

        return true;
    }

    private string Follow(CastSettings settings, Cast cast, int start, int first, int last)
    {
        IReadOnlyList<IReadOnlyDictionary<int, int>> tracks = CastTracker.Follow(_shot, cast, start);
        if (tracks.All(track => track.Count == 0))
            throw new NodeException("None of the people is in this shot; raise Distance, or remember them in a frame that shows them from the front.");

        using ParamEditScope edit = _effect.Edit("Analyse");
        for (int i = 0; i < tracks.Count; i++)
            PersonTrack.Write(_effect, settings.Roles[i].Number - 1, tracks[i].ToDictionary(entry => entry.Key, entry => Centre(_shot[entry.Key][entry.Value])));
        _effect.TryStringParam(NodeNames.LeftOut)?.Set(
            FrameList.Of(Enumerable.Range(first, last - first + 1).Where(frame => tracks.All(track => !track.ContainsKey(frame)))).ToString());
        return Report(settings, tracks, first, last);
    }

    private static OfxPointD Centre(FaceCandidate face) => new() { x = face.Box.Centre.X, y = face.Box.Centre.Y };

    private static string Report(CastSettings settings, IReadOnlyList<IReadOnlyDictionary<int, int>> tracks, int first, int last)
    {
        int frames = last - first + 1;
        IEnumerable<string> people = tracks.Select((track, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"person {settings.Roles[i].Number} is {(track.Count == frames ? "in every frame" : track.Count == 0 ? "nowhere" : string.Create(CultureInfo.InvariantCulture, $"in {track.Count} of {frames} frames"))}"));
        return string.Create(CultureInfo.InvariantCulture, $"Frames {first} to {last}: {string.Join(", ", people)}");
    }
}
