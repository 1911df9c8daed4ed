using System.Collections.Concurrent;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Expressions;

/// <summary>LivePortrait's networks of this process, by the content of their files. They have FaceFusion's published names.</summary>
internal static class LivePortraitLoader
{
    private static readonly ConcurrentDictionary<(InferenceSession, InferenceSession, InferenceSession), PortraitAnimator> Animators = new();
    private static readonly ConcurrentDictionary<(InferenceSession, InferenceSession, InferenceSession), PortraitRetargeter> Retargeters = new();

    /// <summary>What moves a face.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <exception cref="ModelException">A file is missing, can't be loaded or is another network's.</exception>
    public static PortraitAnimator Animator(ModelLibrary models) => Animators.GetOrAdd(
        (Session(models, "feature extractor", "live_portrait_feature_extractor.onnx"), Session(models, "motion extractor", "live_portrait_motion_extractor.onnx"), Session(models, "generator", "live_portrait_generator.onnx")),
        static sessions => new PortraitAnimator(sessions.Item1, sessions.Item2, sessions.Item3));

    /// <summary>What says where its points go.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <exception cref="ModelException">A file is missing, can't be loaded or is another network's.</exception>
    public static PortraitRetargeter Retargeter(ModelLibrary models) => Retargeters.GetOrAdd(
        (Session(models, "eye retargeter", "live_portrait_eye_retargeter.onnx"), Session(models, "lip retargeter", "live_portrait_lip_retargeter.onnx"), Session(models, "stitcher", "live_portrait_stitcher.onnx")),
        static sessions => new PortraitRetargeter(sessions.Item1, sessions.Item2, sessions.Item3));

    // Asked for in every frame: a file may lie elsewhere by now, which its session learns here.
    private static InferenceSession Session(ModelLibrary models, string part, string file) =>
        SessionCache.Get(NetworkFiles.Require(models, $"LivePortrait {part}", null, file));
}
