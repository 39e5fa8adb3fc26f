#include "app/workload/model.h"
