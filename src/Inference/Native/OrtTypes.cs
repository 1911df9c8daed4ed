// The opaque types of onnxruntime_c_api.h: only ever seen through pointers.
namespace FaceFusion.Inference.Native;

internal struct OrtAllocator;

internal struct OrtEnv;

internal struct OrtMemoryInfo;

/// <summary>OrtCUDAProviderOptionsV2 or OrtTensorRTProviderOptionsV2.</summary>
internal struct OrtProviderOptions;

internal struct OrtRunOptions;

internal struct OrtSession;

internal struct OrtSessionOptions;

internal struct OrtStatus;

internal struct OrtTensorTypeAndShapeInfo;

internal struct OrtTypeInfo;

internal struct OrtValue;
