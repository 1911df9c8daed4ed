/* An ONNX Runtime with a card that isn't there: $CARD_RUNTIME_REAL, a real one, does the work, and this library keeps book of
 * what its caller asks of CUDA's and TensorRT's providers. Sessions of these are run by the processor, page-locked memory is
 * plain memory, the card's own can be touched during its runs alone, and like the real ones they leave a CUDA context of their
 * own current. Every call is a line of
 * $CARD_RUNTIME_LOG; what breaks the library's rules is a line that begins with BROKEN. $CARD_RUNTIME_FAIL names calls that
 * fail, with blanks between. Slots of the table and types as in onnxruntime_c_api.h. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef void *Any;

enum { SLOTS = 276, MOST = 4096, LIBRARY_CONTEXT = 99 };
enum { CREATE_STATUS = 0, CREATE_SESSION = 7, RUN = 9, CREATE_TENSOR = 49, CREATE_MEMORY_INFO = 68, CREATE_CPU_MEMORY_INFO = 69,
       ALLOCATE = 75, FREE = 76, RELEASE_MEMORY_INFO = 94, RELEASE_SESSION = 95, RELEASE_VALUE = 96, RELEASE_OPTIONS = 100,
       CREATE_ALLOCATOR = 131, RELEASE_ALLOCATOR = 132, APPEND_TENSORRT = 170, CREATE_TENSORRT = 171, UPDATE_TENSORRT = 172,
       RELEASE_TENSORRT = 174, APPEND_CUDA = 204, CREATE_CUDA = 205, UPDATE_CUDA = 206, RELEASE_CUDA = 208 };

typedef void (*Function)(void);

typedef struct
{
    Function *(*get_api)(uint32_t version);
    const char *(*get_version)(void);
} Base;

typedef Any (*CreateStatus)(int code, const char *message);
typedef Any (*CreateSession)(Any environment, const char *path, Any options, Any *session);
typedef Any (*Run)(Any session, Any options, char **input_names, Any *inputs, size_t input_count, char **output_names, size_t output_count, Any *outputs);
typedef Any (*CreateTensor)(Any info, Any data, size_t bytes, const int64_t *shape, size_t rank, int element, Any *value);
typedef Any (*CreateMemoryInfo)(const char *name, int type, int id, int memory, Any *info);
typedef Any (*CreateCpuMemoryInfo)(int type, int memory, Any *info);
typedef Any (*Allocate)(Any allocator, size_t bytes, Any *memory);
typedef Any (*Free)(Any allocator, Any memory);
typedef void (*Release)(Any thing);

/* What this library hands out, and things of the real one that it knows something of. */
typedef enum { CARD_OPTIONS, CARD_SESSION, PINNED_INFO, CARD_INFO, ALLOCATOR, CARD_ALLOCATOR, LENT, CARD_LENT, PINNED_VALUE, CARD_VALUE, PROVIDER_OPTIONS } Kind;
typedef struct
{
    Kind kind;
    Any thing, owner;
    size_t bytes;
} Entry;

static Entry entries[MOST];
static int count;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static Function table[SLOTS], *real;

/* One caller at a time: until the end of the block that this stands in. */
static int lock(void)
{
    return pthread_mutex_lock(&gate);
}

static void unlock(const int *locked)
{
    (void)locked;
    pthread_mutex_unlock(&gate);
}

static void note(const char *format, ...)
{
    FILE *log = fopen(getenv("CARD_RUNTIME_LOG"), "a");
    va_list arguments;
    va_start(arguments, format);
    vfprintf(log, format, arguments);
    fputc('\n', log);
    fclose(log);
    va_end(arguments);
}

static Entry *find(Kind kind, Any thing)
{
    for (int i = 0; i < count; i++)
        if (entries[i].kind == kind && entries[i].thing == thing)
            return &entries[i];
    return NULL;
}

static void add(Kind kind, Any thing, Any owner, size_t bytes)
{
    if (count == MOST)
        abort();
    entries[count++] = (Entry){ kind, thing, owner, bytes };
}

static int take(Kind kind, Any thing)
{
    Entry *found = find(kind, thing);
    if (found)
        *found = entries[--count];
    return found != NULL;
}

static Any refuse(const char *why)
{
    return ((CreateStatus)real[CREATE_STATUS])(1, why);
}

static int fails(const char *name)
{
    const char *names = getenv("CARD_RUNTIME_FAIL");
    size_t length = strlen(name);
    for (const char *at = names ? strstr(names, name) : NULL; at; at = strstr(at + 1, name))
        if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == 0))
            return 1;
    return 0;
}

/* As cudaSetDevice does. */
static void take_context(void)
{
    void *driver = dlopen("libcuda.so.1", RTLD_NOW);
    if (driver)
        ((int (*)(uintptr_t))dlsym(driver, "cuCtxSetCurrent"))(LIBRARY_CONTEXT);
}

static Any create_options(Any *out, const char *name)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    *out = malloc(1);
    add(PROVIDER_OPTIONS, *out, NULL, 0);
    note("options %s", name);
    return NULL;
}

static Any create_cuda(Any *out)
{
    return create_options(out, "cuda");
}

static Any create_tensorrt(Any *out)
{
    return create_options(out, "tensorrt");
}

static Any update(const char *name, char **keys, char **values, size_t pairs)
{
    for (size_t i = 0; i < pairs; i++)
        note("set %s %s=%s", name, keys[i], values[i]);
    return NULL;
}

static Any update_cuda(Any options, char **keys, char **values, size_t pairs)
{
    (void)options;
    return update("cuda", keys, values, pairs);
}

static Any update_tensorrt(Any options, char **keys, char **values, size_t pairs)
{
    (void)options;
    return update("tensorrt", keys, values, pairs);
}

static Any append(Any session_options, const char *name, const char *failure)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    take_context();
    if (fails(name))
        return refuse(failure);
    note("%s", name);
    if (!find(CARD_OPTIONS, session_options))
        add(CARD_OPTIONS, session_options, NULL, 0);
    return NULL;
}

static Any append_cuda(Any session_options, Any options)
{
    (void)options;
    return append(session_options, "append-cuda", "no CUDA here");
}

static Any append_tensorrt(Any session_options, Any options)
{
    (void)options;
    return append(session_options, "append-tensorrt", "no TensorRT here");
}

static void release_options(Any options)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    take(PROVIDER_OPTIONS, options);
    free(options);
}

static void release_session_options(Any options)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    take(CARD_OPTIONS, options);
    ((Release)real[RELEASE_OPTIONS])(options);
}

static Any create_session(Any environment, const char *path, Any options, Any *out)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    int card = find(CARD_OPTIONS, options) != NULL;
    Any status;
    if (card)
        take_context();
    if (card && fails("session"))
        return refuse("the card refuses the network");
    status = ((CreateSession)real[CREATE_SESSION])(environment, path, options, out);
    if (!status && card)
        add(CARD_SESSION, *out, NULL, 0);
    note("session %s", card ? "card" : "processor");
    return status;
}

static void release_session(Any session)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    for (int i = 0; i < count; i++)
        if ((entries[i].kind == ALLOCATOR || entries[i].kind == CARD_ALLOCATOR) && entries[i].owner == session)
            note("BROKEN a session is released before its memory");
    if (take(CARD_SESSION, session))
    {
        take_context();
        note("release card");
    }
    ((Release)real[RELEASE_SESSION])(session);
}

static Any create_memory_info(const char *name, int type, int id, int memory, Any *out)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    int pinned = strcmp(name, "CudaPinned") == 0;
    if (!pinned && strcmp(name, "Cuda") != 0)
        return ((CreateMemoryInfo)real[CREATE_MEMORY_INFO])(name, type, id, memory, out);
    *out = malloc(1);
    add(pinned ? PINNED_INFO : CARD_INFO, *out, NULL, 0);
    return NULL;
}

static void release_memory_info(Any info)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    if (take(PINNED_INFO, info) || take(CARD_INFO, info))
        free(info);
    else
        ((Release)real[RELEASE_MEMORY_INFO])(info);
}

static Any create_allocator(Any session, Any info, Any *out)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    int pinned = find(PINNED_INFO, info) != NULL;
    if (!find(CARD_SESSION, session) || (!pinned && !find(CARD_INFO, info)) || fails("allocator"))
        return refuse("No requested allocator available");
    *out = malloc(1);
    add(pinned ? ALLOCATOR : CARD_ALLOCATOR, *out, session, 0);
    note("allocator");
    return NULL;
}

static void release_allocator(Any allocator)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    for (int i = 0; i < count; i++)
        if ((entries[i].kind == LENT || entries[i].kind == CARD_LENT) && entries[i].owner == allocator)
            note("BROKEN an allocator is released before its memory");
    if (!take(ALLOCATOR, allocator))
        take(CARD_ALLOCATOR, allocator);
    free(allocator);
    note("release allocator");
}

static Any allocate(Any allocator, size_t bytes, Any *out)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    take_context();
    if (find(CARD_ALLOCATOR, allocator))
    {
        if (fails("card-memory"))
            return refuse("the card has no more memory");
        *out = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        add(CARD_LENT, *out, allocator, bytes);
        note("take %zu of the card", bytes);
        return NULL;
    }
    if (!find(ALLOCATOR, allocator))
        return ((Allocate)real[ALLOCATE])(allocator, bytes, out);
    if (fails("lock"))
        return refuse("no more memory can be locked");
    *out = aligned_alloc(256, (bytes + 255) / 256 * 256);
    add(LENT, *out, allocator, bytes);
    note("lock %zu", bytes);
    return NULL;
}

static Any give_back(Any allocator, Any memory)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    Entry *lent = find(CARD_LENT, memory);
    if (find(CARD_ALLOCATOR, allocator))
    {
        take_context();
        if (!lent)
            note("BROKEN memory is given back that wasn't lent");
        else
        {
            munmap(memory, lent->bytes);
            take(CARD_LENT, memory);
            note("give back to the card");
        }
        return NULL;
    }
    if (!find(ALLOCATOR, allocator))
        return ((Free)real[FREE])(allocator, memory);
    take_context();
    note(take(LENT, memory) ? "unlock" : "BROKEN memory is given back that wasn't lent");
    free(memory);
    return NULL;
}

static Any create_tensor(Any info, Any data, size_t bytes, const int64_t *shape, size_t rank, int element, Any *out)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    int pinned = find(PINNED_INFO, info) != NULL, card = find(CARD_INFO, info) != NULL;
    Any plain = NULL, status;
    Entry *lent = find(card ? CARD_LENT : LENT, data);
    if (!pinned && !card)
        return ((CreateTensor)real[CREATE_TENSOR])(info, data, bytes, shape, rank, element, out);
    if (!lent || lent->bytes < bytes)
        note("BROKEN a tensor is called page-locked, or a card's, whose memory isn't");
    ((CreateCpuMemoryInfo)real[CREATE_CPU_MEMORY_INFO])(0, 0, &plain);
    status = ((CreateTensor)real[CREATE_TENSOR])(plain, data, bytes, shape, rank, element, out);
    ((Release)real[RELEASE_MEMORY_INFO])(plain);
    add(card ? CARD_VALUE : PINNED_VALUE, *out, data, bytes);
    note(card ? "bind on the card element %d" : "bind element %d", element);
    return status;
}

static void release_value(Any value)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    if (!take(PINNED_VALUE, value))
        take(CARD_VALUE, value);
    ((Release)real[RELEASE_VALUE])(value);
}

/* Lets the processor at a value's memory of the card, or keeps it off. */
static int touch(Any value, int protection)
{
    Entry *found = find(CARD_VALUE, value);
    if (found)
        mprotect(found->owner, found->bytes, protection);
    return found != NULL;
}

static Any run(Any session, Any options, char **input_names, Any *inputs, size_t input_count, char **output_names, size_t output_count, Any *outputs)
{
    int locked __attribute__((cleanup(unlock))) = lock();
    int card = find(CARD_SESSION, session) != NULL, pinned_inputs = 0, pinned_outputs = 0, made = 0, taken = 0, left = 0;
    Any status;
    for (size_t i = 0; i < input_count; i++)
    {
        pinned_inputs += find(PINNED_VALUE, inputs[i]) != NULL;
        taken += touch(inputs[i], PROT_READ | PROT_WRITE);
    }
    for (size_t i = 0; i < output_count; i++)
    {
        left += touch(outputs[i], PROT_READ | PROT_WRITE);
        pinned_outputs += find(PINNED_VALUE, outputs[i]) != NULL;
        made += outputs[i] == NULL;
    }
    note("run %s of %zu inputs %d, of %zu outputs %d page-locked, %d made", card ? "card" : "processor", input_count, pinned_inputs, output_count, pinned_outputs, made);
    if (taken + left > 0)
        note("of them %d inputs and %d outputs on the card", taken, left);
    if (card)
        take_context();
    else if (pinned_inputs + pinned_outputs + taken + left > 0)
        note("BROKEN the processor is given a card's tensors");
    if (card && (fails("run") || (taken > 0 && fails("second"))))
        return refuse("the card is lost");

    /* The others may go on meanwhile. */
    pthread_mutex_unlock(&gate);
    status = ((Run)real[RUN])(session, options, input_names, inputs, input_count, output_names, output_count, outputs);
    pthread_mutex_lock(&gate);
    for (size_t i = 0; i < input_count; i++)
        touch(inputs[i], PROT_NONE);
    for (size_t i = 0; i < output_count; i++)
        touch(outputs[i], PROT_NONE);
    return status;
}

static const Base *real_base(void)
{
    void *library = dlopen(getenv("CARD_RUNTIME_REAL"), RTLD_NOW);
    return library ? ((const Base *(*)(void))dlsym(library, "OrtGetApiBase"))() : NULL;
}

static Function *get_api(uint32_t version)
{
    real = real_base()->get_api(version);
    memcpy(table, real, sizeof table);
    table[CREATE_SESSION] = (Function)create_session;
    table[RUN] = (Function)run;
    table[CREATE_TENSOR] = (Function)create_tensor;
    table[CREATE_MEMORY_INFO] = (Function)create_memory_info;
    table[ALLOCATE] = (Function)allocate;
    table[FREE] = (Function)give_back;
    table[RELEASE_MEMORY_INFO] = (Function)release_memory_info;
    table[RELEASE_SESSION] = (Function)release_session;
    table[RELEASE_VALUE] = (Function)release_value;
    table[RELEASE_OPTIONS] = (Function)release_session_options;
    table[CREATE_ALLOCATOR] = (Function)create_allocator;
    table[RELEASE_ALLOCATOR] = (Function)release_allocator;
    table[APPEND_TENSORRT] = (Function)append_tensorrt;
    table[CREATE_TENSORRT] = (Function)create_tensorrt;
    table[UPDATE_TENSORRT] = (Function)update_tensorrt;
    table[RELEASE_TENSORRT] = (Function)release_options;
    table[APPEND_CUDA] = (Function)append_cuda;
    table[CREATE_CUDA] = (Function)create_cuda;
    table[UPDATE_CUDA] = (Function)update_cuda;
    table[RELEASE_CUDA] = (Function)release_options;
    return table;
}

static const char *get_version(void)
{
    return real_base()->get_version();
}

const Base *OrtGetApiBase(void)
{
    static const Base base = { get_api, get_version };
    return &base;
}
