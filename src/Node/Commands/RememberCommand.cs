using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Commands;

/// <summary>Takes a face of the frame for one of the people, by whom faces are then chosen in every frame.</summary>
internal static class RememberCommand
{
    /// <summary>Remembers the face at the face point, or the largest, as one step to undo.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="search">Looks at the frame.</param>
    /// <param name="person">Which person, from 0.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    /// <exception cref="NodeException">There is no face.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static void Run(Effect effect, FaceSearch search, int person, double time, OfxPointD renderScale)
    {
        FaceEngine engine = AnalysisParameters.Read(effect, time).Engine();
        string face = search.Look(time, renderScale, (frame, map) =>
        {
            IReadOnlyList<Face> faces = engine.FindFaces(frame);
            OfxPointD point = effect.Double2DParam(NodeNames.FacePoint).GetAt(time);
            IReadOnlyList<Face> pointed = new FaceSelection(FaceOrder.Picked) { Point = map.ToRaster(point) }.Choose(faces, frame);
            return (pointed.Count > 0 ? pointed : faces) is [Face chosen, ..] ? RememberedFace.Text(engine.Embed(frame, chosen), engine.RecogniserSha256) : "";
        }) ?? "";
        if (face.Length == 0)
            throw new NodeException("There is no face in this frame to remember; go to a frame that shows the person.");

        using (effect.Edit("Remember person"))
        {
            effect.StringParam(NodeNames.PersonFaces[person]).Set(face);
            effect.StringParam(NodeNames.PersonFiles[person]).Set("");
            PersonTrack.Forget(effect, person);
            StoredChoice.Choose(effect, NodeNames.FaceOrder, FaceOrder.Person);
        }

        effect.Messages.Show(OfxMessageTypes.kOfxMessageMessage, string.Create(
            CultureInfo.InvariantCulture, $"Person {person + 1} is remembered as in frame {time}; faces are told by who they are from now on."));
    }
}
