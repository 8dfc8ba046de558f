"""Quality, measured: records compared with gold ones, slot by slot. What is compared follows from the task's schema."""
