using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Networks;

/// <summary>
/// The class of each family that finds, measures, recognises or segments faces, by its contract. One object serves a
/// session and a way of using it for as long as the session lives: a network is held to its contract once, not in every frame.
/// </summary>
public static class NetworkFamilies
{
    private static readonly ConditionalWeakTable<InferenceSession, ConcurrentDictionary<Use, object>> Objects = [];

    /// <summary>A detector.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <exception cref="ModelException">It can't be loaded, finds no faces, or isn't of the family that the manifest says.</exception>
    public static IFaceDetector Detector(ModelFile file) => Kept<IFaceDetector>(file, Contract(file) switch
    {
        ContractNames.YuNet => static (session, _) => new YuNetDetector(session),
        ContractNames.YuNetProduct => static (session, _) => new YuNetDetector(session, score: YuNetScore.Product),
        ContractNames.Scrfd => static (session, _) => new ScrfdDetector(session),
        ContractNames.YoloFace => static (session, _) => new YoloFaceDetector(session),
        ContractNames.MediaPipeDetector => static (session, _) => new MediaPipeDetector(session),
        _ => throw Other(file, "finds faces"),
    });

    /// <summary>A landmarker.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <param name="views">How many crops are averaged where the family does so, 1 to 8.</param>
    /// <param name="iris">The iris network, for families without irises; or null.</param>
    /// <exception cref="ModelException">It can't be loaded, places no points, or isn't of the family that the manifest says.</exception>
    public static IFaceLandmarker Landmarker(ModelFile file, int views = 1, ModelFile? iris = null) => Contract(file) switch
    {
        ContractNames.MediaPipe478 => Kept<IFaceLandmarker>(file, static (session, use) => new FaceMeshLandmarker(session, use.Views), views),
        ContractNames.MediaPipe468 => Kept<IFaceLandmarker>(
            file, static (session, use) => new MediaPipe468Landmarker(session, use.Iris is null ? null : new MediaPipeIris(use.Iris)), iris: iris),
        ContractNames.Fan68 => Kept<IFaceLandmarker>(file, static (session, _) => new Fan68Landmarker(session)),
        ContractNames.PeppaWutz => Kept<IFaceLandmarker>(file, static (session, _) => new PeppaWutzLandmarker(session)),
        ContractNames.Fan68From5 => Kept<IFaceLandmarker>(file, static (session, _) => new Fan68From5Landmarker(session)),
        ContractNames.Pfld98 => Kept<IFaceLandmarker>(file, static (session, _) => new Pfld98Landmarker(session)),
        ContractNames.OpenSeeFace66 => Kept<IFaceLandmarker>(file, static (session, _) => new OpenSeeFace66Landmarker(session)),
        _ => throw Other(file, "places points on a face"),
    };

    /// <summary>A recogniser.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <exception cref="ModelException">It can't be loaded, tells nobody apart, or isn't of the family that the manifest says.</exception>
    public static IFaceRecogniser Recogniser(ModelFile file) => Kept<IFaceRecogniser>(file, Contract(file) switch
    {
        ContractNames.MobileFaceNet => static (session, _) => new MobileFaceNetRecogniser(session),
        ContractNames.ArcFace => static (session, _) => new ArcFaceRecogniser(session),
        _ => throw Other(file, "tells people apart"),
    });

    /// <summary>A segmenter.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <exception cref="ModelException">It can't be loaded, segments no face, or isn't of the family that the manifest says.</exception>
    public static IFaceSegmenter Segmenter(ModelFile file) => Kept<IFaceSegmenter>(file, Contract(file) switch
    {
        ContractNames.SkinClothesHair => static (session, _) => new SkinHairSegmenter(session),
        ContractNames.BiSeNet => static (session, _) => new BiSeNetSegmenter(session),
        ContractNames.XSeg => static (session, _) => new XSegSegmenter(session),
        _ => throw Other(file, "tells a face from what is in front of it"),
    });

    // The sessions are asked for even where the object is known: a file may lie elsewhere by now, which they learn here.
    // A network that fails its contract leaves nothing behind.
    private static T Kept<T>(ModelFile file, Func<InferenceSession, Use, T> make, int views = 1, ModelFile? iris = null)
        where T : class
    {
        InferenceSession session = SessionCache.Get(file);
        Use use = new(Contract(file), views, iris is null ? null : SessionCache.Get(iris));
        return (T)Objects.GetOrCreateValue(session).GetOrAdd(use, static (use, making) => making.make(making.session, use), (make, session));
    }

    private static string Contract(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Entry?.Contract ?? "";
    }

    private static ModelException Other(ModelFile file, string task) =>
        new($"The model '{file.Name}' is of the family '{Contract(file)}', none of which {task}; choose another network.");

    // Two manifests may call the same content different families.
    private readonly record struct Use(string Contract, int Views, InferenceSession? Iris);
}
